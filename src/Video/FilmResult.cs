using LiveStyle.Frames;
using LiveStyle.Pipeline;

namespace LiveStyle.Video;

/// <summary>What became of a film.</summary>
public sealed record FilmResult
{
    /// <summary>Frames in the output.</summary>
    public required long Frames { get; init; }

    /// <summary>Size of the frames; of the output's, but for padding.</summary>
    public required FrameFormat Format { get; init; }

    /// <summary>Where the frames of this run went. Those before the first wanted one, which are only looked at, count as skipped.</summary>
    public required FrameCounts Counts { get; init; }

    /// <summary>Time that this run took, joining included.</summary>
    public required TimeSpan Elapsed { get; init; }

    /// <summary>Capture to emitted.</summary>
    public required LatencySummary Latency { get; init; }

    /// <summary>True if it was stopped: the output is the beginning of the film, and the job can go on.</summary>
    public required bool Stopped { get; init; }

    /// <summary>Frames of the source that were damaged, and concealed.</summary>
    public required long Concealed { get; init; }

    /// <summary>Why the film ended before it should have.</summary>
    public string? Damage { get; init; }

    /// <summary>Frames that earlier runs had made.</summary>
    public required long FramesBefore { get; init; }
}
