using LiveStyle.Pipeline;

namespace LiveStyle.Video;

/// <summary>What a run did.</summary>
public sealed record PartsReport
{
    /// <summary>Where the frames of this run went.</summary>
    public FrameCounts Frames { get; init; }

    /// <summary>Time that it took.</summary>
    public TimeSpan Elapsed { get; init; }

    /// <summary>Capture to emitted, in the last stretch that was made.</summary>
    public LatencySummary Latency { get; init; }

    /// <summary>True if it was asked to stop before it was done.</summary>
    public bool Stopped { get; init; }

    /// <summary>The beginning of the part that it stopped in.</summary>
    internal CutPart? Cut { get; init; }

    internal PartsReport With(PipelineReport stretch, CutPart? cut) => new()
    {
        Frames = Sum(Frames, stretch.Frames),
        Elapsed = Elapsed + stretch.Elapsed,
        Latency = stretch.Latency,
        Stopped = stretch.Stopped,
        Cut = cut,
    };

    private static FrameCounts Sum(FrameCounts a, FrameCounts b) => new()
    {
        Captured = a.Captured + b.Captured,
        Stylized = a.Stylized + b.Stylized,
        Emitted = a.Emitted + b.Emitted,
        Dropped = a.Dropped + b.Dropped,
        DroppedAtOutput = a.DroppedAtOutput + b.DroppedAtOutput,
        Skipped = a.Skipped + b.Skipped,
        Failed = a.Failed + b.Failed,
    };
}
