using LiveStyle.Stylize;

namespace LiveStyle.Live.Painting;

/// <summary>A network, what it sees and how it runs: one way of painting, cheaper or dearer than others.</summary>
/// <param name="Tier">Size of the network.</param>
/// <param name="Size">Longest side that it sees, in pixels; <see langword="null"/>: the picture's own.</param>
/// <param name="Abreast">False: each frame on all cores, and so soon. True: a frame on each core, which is more frames, each later.</param>
/// <param name="Cost">Of a picture when they come one after the other, relative to other rungs.</param>
internal readonly record struct Rung(NetworkTier Tier, int? Size, bool Abreast, double Cost);
