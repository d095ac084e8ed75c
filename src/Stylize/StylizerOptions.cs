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

    /// <summary>How large the network is. Default balanced. A style that lacks the tier gives its nearest, with one warning.</summary>
    public NetworkTier Tier { get; init; } = NetworkTier.Balanced;

    /// <summary>
    /// What the network computes with. Default <see langword="null"/>: int8 on the CPU where the style has such a network, float32 on GPUs.
    /// </summary>
    public NetworkPrecision? Precision { get; init; }

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

    /// <summary>
    /// Default false: frames are painted one after another, each on all cores and so as soon as possible. True: as many at once as there are
    /// cores (<see cref="Stylizer.Lanes"/>), which is more frames in all, and each takes longer.
    /// </summary>
    public bool Abreast { get; init; }

    /// <summary>Every problem at once, each naming the option as the user typed it.</summary>
    public IEnumerable<string> Problems()
    {
        if (!Enum.IsDefined(Device)) yield return $"--device must be auto, cpu, webgpu, cuda or tensorrt, not {Device}.";
        if (!Enum.IsDefined(Tier)) yield return $"--tier must be fast, balanced or quality, not {Tier}.";
        if (Precision is { } precision && !Enum.IsDefined(precision)) yield return $"--precision must be auto, fp32 or int8, not {precision}.";
        if (Precision == NetworkPrecision.Int8 && Device is not (ExecutionDevice.Auto or ExecutionDevice.Cpu))
            yield return $"--precision int8 is for the CPU: GPUs run float32 networks faster. Leave it out with --device {Device.ToString().ToLowerInvariant()}.";
        if (!(Strength >= 0 && Strength <= 1)) yield return $"--strength must be between 0 and 1, not {Strength}.";
        if (Size is { } size && (size < MinSize || size > MaxSize)) yield return $"--size must be between {MinSize} and {MaxSize} pixels, not {size}.";
        if (Threads is < 0 or > 256) yield return $"--threads must be between 0 (one a core) and 256, not {Threads}.";
    }
}
