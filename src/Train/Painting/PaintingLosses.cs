using System.Globalization;

namespace LiveStyle.Train.Painting;

/// <summary>The losses of one picture, unweighted but for <paramref name="Total"/>.</summary>
/// <param name="Style">Normalised style loss of each layer: 1 for the plain photo.</param>
/// <param name="Content">Content loss in units of the features' variance.</param>
/// <param name="Variation">Total variation.</param>
/// <param name="Overshoot">Mean square of what lies outside 0..1, which a file can't hold.</param>
/// <param name="Total">The weighted sum that is minimised.</param>
public sealed record PaintingLosses(IReadOnlyDictionary<string, double> Style, double Content, double Variation, double Overshoot, double Total)
{
    /// <summary>One short line for people.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"total {Total:0.000}, style {string.Join(' ', Style.Select(layer => string.Create(CultureInfo.InvariantCulture, $"{layer.Key} {layer.Value:0.0000}")))}, content {Content:0.000}, variation {Variation:0.0000}");
}
