using LiveStyle.Pipeline;

namespace LiveStyle.Live;

/// <summary>How a live run goes: what <c>--json</c> prints once a second and what <c>GET /api/status</c> gives.</summary>
public sealed record LiveStatus
{
    /// <summary>Time since the start of the run, in seconds.</summary>
    public required double Seconds { get; init; }

    /// <summary>What is captured.</summary>
    public required SourceStatus Source { get; init; }

    /// <summary>Where every captured frame went, since the start.</summary>
    public required FrameCounts Frames { get; init; }

    /// <summary>Emitted frames a second over the last second.</summary>
    public required double FramesPerSecond { get; init; }

    /// <summary>Capture to emitted over the last seconds, in milliseconds.</summary>
    public required LatencyMilliseconds Latency { get; init; }

    /// <summary>The stages in the order of the data flow.</summary>
    public required IReadOnlyList<StageStatus> Stages { get; init; }

    /// <summary>Where the pictures go.</summary>
    public required IReadOnlyList<OutputStatus> Outputs { get; init; }

    /// <summary>Cores that the process, without the encoders it started, kept busy over the last second: 1 is one whole core.</summary>
    public required double Cores { get; init; }

    /// <summary>The network in use: fast, balanced or quality.</summary>
    public required string Tier { get; init; }

    /// <summary>What the network sees, as 640x480.</summary>
    public required string NetworkSize { get; init; }

    /// <summary>Frames that are painted at the same time: 1, each on all cores, or a frame on each core where that alone keeps up.</summary>
    public required int FramesAtOnce { get; init; }

    /// <summary>Why the picture is not as the settings say: a style that can't be loaded; <see langword="null"/>: it is.</summary>
    public string? Problem { get; init; }

    /// <summary>The recording that runs; <see langword="null"/>: none.</summary>
    public string? Recording { get; init; }
}
