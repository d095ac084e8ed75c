using LiveStyle.Stylize;

namespace LiveStyle.Live.Painting;

/// <summary>A network and what it sees: one way of painting, cheaper or dearer than others.</summary>
/// <param name="Tier">Size of the network.</param>
/// <param name="Size">Longest side that it sees, in pixels; <see langword="null"/>: the picture's own.</param>
/// <param name="Cost">Of a picture, relative to other rungs.</param>
internal readonly record struct Rung(NetworkTier Tier, int? Size, double Cost);
