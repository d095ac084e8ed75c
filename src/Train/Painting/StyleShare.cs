namespace LiveStyle.Train.Painting;

/// <summary>One of the pictures that a painting takes its style from.</summary>
/// <param name="Path">Picture file.</param>
/// <param name="Weight">Above 0; only the proportions between several styles count.</param>
public sealed record StyleShare(string Path, double Weight);
