using LiveStyle.Frames;
using LiveStyle.Stylize;

namespace LiveStyle.Live.Painting;

/// <summary>Which painter: everything that decides what must be loaded.</summary>
/// <param name="Style">Name or folder.</param>
/// <param name="Tier">Size of the network.</param>
/// <param name="Size">Longest side that it sees; <see langword="null"/>: the picture's own.</param>
/// <param name="Format">Size of the pictures.</param>
internal readonly record struct PainterKey(string Style, NetworkTier Tier, int? Size, FrameFormat Format);
