using LiveStyle.Stylize.Devices;

namespace LiveStyle.Stylize;

/// <summary>How a style is put on frames.</summary>
public sealed record StylizerOptions
{
    /// <summary>The smallest <see cref="Size"/>: below it nothing of a picture is left.</summary>
    public const int MinSize = 16;

    /// <summary>The largest <see cref="Size"/>.</summary>
    public const int MaxSize = 16384;

    /// <summary>What computes the network. Default: the first that works.</summary>
    public ExecutionDevice Device { get; init; } = ExecutionDevice.Auto;

    /// <summary>Share of the style in the picture, 0..1. Default 1: nothing of the original. 0 leaves every frame as it is and runs no network.</summary>
    public double Strength { get; init; } = 1;

    /// <summary>Default false. True takes only light and dark from the style and keeps the colours of the frame.</summary>
    public bool KeepColors { get; init; }

    /// <summary>
    /// Longest side that the network sees, in pixels. Default <see langword="null"/>: that of the frame. Smaller is faster and gives
    /// coarser strokes, and the picture is scaled back up, so its detail is that of the smaller size. Frames are never enlarged for it.
    /// </summary>
    public int? Size { get; init; }

    /// <summary>Threads of the network on the CPU. Default 0: one a core.</summary>
    public int Threads { get; init; }

    /// <summary>
    /// Default false: the network's threads sleep when they wait, so that decoder and encoder get the cores. True lets them spin, which
    /// helps only where nothing else runs.
    /// </summary>
    public bool Spin { get; init; }

    /// <summary>
    /// Default false: frames are a video, and brightness and contrast are smoothed over time. True: each frame is a picture of its own.
    /// </summary>
    public bool Stills { get; init; }

    /// <summary>Every problem at once, each naming the option as the user typed it.</summary>
    public IEnumerable<string> Problems()
    {
        if (!Enum.IsDefined(Device)) yield return $"--device must be auto, cpu, webgpu, cuda or tensorrt, not {Device}.";
        if (!(Strength >= 0 && Strength <= 1)) yield return $"--strength must be between 0 and 1, not {Strength}.";
        if (Size is { } size && (size < MinSize || size > MaxSize)) yield return $"--size must be between {MinSize} and {MaxSize} pixels, not {size}.";
        if (Threads is < 0 or > 256) yield return $"--threads must be between 0 (one a core) and 256, not {Threads}.";
    }
}
