using System.Text.Json.Serialization;

namespace LiveStyle.Train.Evaluation;

/// <summary>How much a style's paintings look like the painting, and how much like the photos, in the eyes of a loss network.</summary>
/// <param name="LossNetwork">File name of the judge.</param>
/// <param name="Painting">File name of the picture that the style was learnt from.</param>
/// <param name="Sizes">Style losses for the painting at several sizes: strokes have the size that training saw, which nobody need know.</param>
/// <param name="Content">Mean squared difference of the features of painting and photo, divided by the variance of the photo's, for each layer.</param>
public sealed record StyleScore(string LossNetwork, string Painting, IReadOnlyList<SizeScore> Sizes, IReadOnlyDictionary<string, double> Content)
{
    /// <summary>The size of the painting that the style matches best.</summary>
    [JsonPropertyOrder(1)]
    public SizeScore Best => Sizes.MinBy(size => size.Mean)!;
}
