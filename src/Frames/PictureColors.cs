namespace LiveStyle.Frames;

/// <summary>How a file's YUV numbers mean colours, by FFmpeg's names; <see langword="null"/> where the file does not say.</summary>
public sealed record PictureColors
{
    /// <summary>BT.709 in limited range: usual screens, and pictures that come from no file.</summary>
    public static PictureColors HighDefinition { get; } = new() { Matrix = "bt709", Primaries = "bt709", Transfer = "bt709" };

    /// <summary>From YUV to RGB: <c>bt709</c>, <c>smpte170m</c>; <c>gbr</c> for pictures that are RGB.</summary>
    public string? Matrix { get; init; }

    /// <summary>The three primaries: <c>bt709</c>, <c>bt2020</c>.</summary>
    public string? Primaries { get; init; }

    /// <summary>The curve: <c>bt709</c>; <c>smpte2084</c> (PQ) and <c>arib-std-b67</c> (HLG) are HDR.</summary>
    public string? Transfer { get; init; }

    /// <summary>True: Y runs from 0 to 255 (JPEG); false: from 16 to 235 (television).</summary>
    public bool IsFullRange { get; init; }
}
