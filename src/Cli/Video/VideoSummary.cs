using LiveStyle.Frames;
using LiveStyle.Pipeline;
using LiveStyle.Stylize;

namespace LiveStyle.Cli.Video;

/// <summary>What became of a video: what <c>livestyle video --json</c> prints.</summary>
internal sealed record VideoSummary
{
    public required string Input { get; init; }

    public required string Output { get; init; }

    public required string Style { get; init; }

    /// <summary>What computed: cpu, webgpu, cuda, tensorrt.</summary>
    public required string Device { get; init; }

    /// <summary>Why it was not the device that was asked for.</summary>
    public string? DeviceFallback { get; init; }

    public required int Width { get; init; }

    public required int Height { get; init; }

    public required FrameCounts Frames { get; init; }

    /// <summary>Time that it took.</summary>
    public required double Seconds { get; init; }

    public required double FramesPerSecond { get; init; }

    public required LatencyMilliseconds LatencyMs { get; init; }

    /// <summary>True if Ctrl+C ended it early.</summary>
    public required bool Interrupted { get; init; }

    /// <summary>Why the input ended before it should have.</summary>
    public string? Damage { get; init; }

    public static VideoSummary Of(VideoJob job, FrameFormat format, Stylizer stylizer, PipelineReport report) => new()
    {
        Input = job.Input,
        Output = job.Output,
        Style = stylizer.Style.Name,
        Device = stylizer.Device.ToString().ToLowerInvariant(),
        DeviceFallback = stylizer.FallbackReason,
        Width = format.Width,
        Height = format.Height,
        Frames = report.Frames,
        Seconds = Math.Round(report.Elapsed.TotalSeconds, 3),
        FramesPerSecond = Math.Round(report.FramesPerSecond, 2),
        LatencyMs = LatencyMilliseconds.Of(report.Latency),
        Interrupted = report.Stopped,
    };

    public override string ToString() =>
        $"{Output}: {Frames.Emitted} frames of {Width}x{Height} in {Seconds:0.0} s, {FramesPerSecond:0.0} frames/s on the device {Device}";
}
