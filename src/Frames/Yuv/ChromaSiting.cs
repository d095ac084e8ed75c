namespace LiveStyle.Frames.Yuv;

/// <summary>Where the colour sample of two by two pixels stands among them.</summary>
/// <param name="Across">From left to right.</param>
/// <param name="Down">From top to bottom.</param>
public readonly record struct ChromaSiting(ChromaPosition Across, ChromaPosition Down)
{
    /// <summary>On the left column, between the rows: MPEG-2 and everything after it, where a file does not say.</summary>
    public static ChromaSiting Left => new(ChromaPosition.Start, ChromaPosition.Middle);

    /// <summary>In the middle of the four: JPEG, MPEG-1.</summary>
    public static ChromaSiting Center => new(ChromaPosition.Middle, ChromaPosition.Middle);

    /// <summary>By ffmpeg's name.</summary>
    /// <returns><see langword="null"/> for <c>unspecified</c>.</returns>
    public static ChromaSiting? Named(string? name) => name switch
    {
        "left" => Left,
        "center" => Center,
        "topleft" => new ChromaSiting(ChromaPosition.Start, ChromaPosition.Start),
        "top" => new ChromaSiting(ChromaPosition.Middle, ChromaPosition.Start),
        "bottomleft" => new ChromaSiting(ChromaPosition.Start, ChromaPosition.End),
        "bottom" => new ChromaSiting(ChromaPosition.Middle, ChromaPosition.End),
        _ => null,
    };

    /// <summary>Once left and right have been exchanged; the width is even.</summary>
    public ChromaSiting Mirrored() => this with { Across = Opposite(Across) };

    /// <summary>Once the picture has been turned; sides that were exchanged are even.</summary>
    /// <param name="rotation">Degrees clockwise: 0, 90, 180 or 270.</param>
    public ChromaSiting Turned(int rotation) => rotation switch
    {
        90 => new ChromaSiting(Opposite(Down), Across),
        180 => new ChromaSiting(Opposite(Across), Opposite(Down)),
        270 => new ChromaSiting(Down, Opposite(Across)),
        _ => this,
    };

    private static ChromaPosition Opposite(ChromaPosition position) => ChromaPosition.End - (int)position;
}
