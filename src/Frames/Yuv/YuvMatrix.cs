namespace LiveStyle.Frames.Yuv;

/// <summary>How brightness is mixed of red, green and blue, which is all that parts one kind of YUV from another.</summary>
/// <param name="ScaleName">swscale's name.</param>
/// <param name="Red">Share of red in brightness, 0..1; green has what <paramref name="Red"/> and <paramref name="Blue"/> leave.</param>
/// <param name="Blue">Share of blue.</param>
public sealed record YuvMatrix(string ScaleName, double Red, double Blue)
{
    /// <summary>ITU-R BT.601: standard definition, webcams.</summary>
    public static YuvMatrix Bt601 { get; } = new("bt601", 0.299, 0.114);

    /// <summary>ITU-R BT.709: high definition.</summary>
    public static YuvMatrix Bt709 { get; } = new("bt709", 0.2126, 0.0722);

    /// <summary>ITU-R BT.2020, non-constant luminance.</summary>
    public static YuvMatrix Bt2020 { get; } = new("bt2020", 0.2627, 0.0593);

    /// <summary>SMPTE 240M: the first high definition.</summary>
    public static YuvMatrix Smpte240 { get; } = new("smpte240m", 0.212, 0.087);

    /// <summary>The FCC's of 1953.</summary>
    public static YuvMatrix Fcc { get; } = new("fcc", 0.30, 0.11);

    /// <summary>Share of green.</summary>
    public double Green => 1 - Red - Blue;

    /// <summary>By the name that ffmpeg gives a file's: <c>smpte170m</c>.</summary>
    /// <returns><see langword="null"/> for what is none, or not a linear one.</returns>
    public static YuvMatrix? Named(string? name) => name switch
    {
        "bt709" => Bt709,
        "smpte170m" or "bt470bg" => Bt601,
        "smpte240m" => Smpte240,
        "fcc" => Fcc,
        "bt2020nc" => Bt2020,
        _ => null,
    };
}
