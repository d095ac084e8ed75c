namespace LiveStyle.Pipeline;

/// <summary>What a pipeline has done, so far or in all.</summary>
public sealed record PipelineReport
{
    /// <summary>Where the frames went.</summary>
    public required FrameCounts Frames { get; init; }

    /// <summary>Time since the run began, the sink's completion included.</summary>
    public required TimeSpan Elapsed { get; init; }

    /// <summary>Emitted frames a second over the whole run.</summary>
    public double FramesPerSecond => Elapsed > TimeSpan.Zero ? Frames.Emitted / Elapsed.TotalSeconds : 0;

    /// <summary>Capture to emitted.</summary>
    public required LatencySummary Latency { get; init; }

    /// <summary>In the order of the data flow.</summary>
    public required IReadOnlyList<StageReport> Stages { get; init; }

    /// <summary>True if the run was asked to stop before the source had ended.</summary>
    public bool Stopped { get; init; }
}
