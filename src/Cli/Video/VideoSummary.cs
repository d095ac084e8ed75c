using LiveStyle.Pipeline;
using LiveStyle.Video;

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

    /// <summary>Frames in the output.</summary>
    public required long OutputFrames { get; init; }

    /// <summary>Those of them that an earlier run had made.</summary>
    public required long FramesBefore { get; init; }

    /// <summary>Where the frames of this run went.</summary>
    public required FrameCounts Frames { get; init; }

    /// <summary>Time that it took.</summary>
    public required double Seconds { get; init; }

    public required double FramesPerSecond { get; init; }

    public required LatencyMilliseconds LatencyMs { get; init; }

    /// <summary>True if Ctrl+C ended it early.</summary>
    public required bool Interrupted { get; init; }

    /// <summary>Frames of the input that were damaged, and concealed.</summary>
    public required long Concealed { get; init; }

    /// <summary>Why the input ended before it should have.</summary>
    public string? Damage { get; init; }

    public static VideoSummary Of(FilmRequest request, FilmPainter painter, FilmResult result) => new()
    {
        Input = request.Input,
        Output = request.Output,
        Style = painter.Style,
        Device = painter.Device,
        DeviceFallback = painter.DeviceFallback,
        Width = result.Format.Width,
        Height = result.Format.Height,
        OutputFrames = result.Frames,
        FramesBefore = result.FramesBefore,
        Frames = result.Counts,
        Seconds = Math.Round(result.Elapsed.TotalSeconds, 3),
        FramesPerSecond = Math.Round(result.Elapsed > TimeSpan.Zero ? result.Counts.Emitted / result.Elapsed.TotalSeconds : 0, 2),
        LatencyMs = LatencyMilliseconds.Of(result.Latency),
        Interrupted = result.Stopped,
        Concealed = result.Concealed,
        Damage = result.Damage,
    };

    public override string ToString() =>
        $"{Output}: {OutputFrames} frames of {Width}x{Height} in {Seconds:0.0} s, {FramesPerSecond:0.0} frames/s on the device {Device}";
}
