using LiveStyle.Frames;
using LiveStyle.Stylize;

namespace LiveStyle.Live.Painting;

/// <summary>Which painter: everything that decides what must be loaded.</summary>
/// <param name="Style">Name or folder.</param>
/// <param name="Tier">Size of the network.</param>
/// <param name="Size">Longest side that it sees; <see langword="null"/>: the picture's own.</param>
/// <param name="Abreast">True if it paints a frame on each core, false if each frame on all cores.</param>
/// <param name="Format">Size of the pictures.</param>
internal readonly record struct PainterKey(string Style, NetworkTier Tier, int? Size, bool Abreast, FrameFormat Format)
{
    /// <summary>The painter of a style on a rung.</summary>
    public static PainterKey For(string style, Rung rung, FrameFormat format) => new(style, rung.Tier, rung.Size, rung.Abreast, format);

    /// <summary>True if this is the way of painting of a rung.</summary>
    public bool IsOn(Rung rung) => (Tier, Size, Abreast) == (rung.Tier, rung.Size, rung.Abreast);
}
