using System.Text.Json.Serialization;

namespace LiveStyle.Train.Evaluation;

/// <summary>Style losses against the painting at one size.</summary>
/// <param name="ShortSide">Pixels of the painting's shorter side.</param>
/// <param name="Layers">Normalised style loss of each layer: mean squared difference of Gram matrices over all paintings, divided by that of the
/// plain photos. 0: the painting's own statistics; 1: as unlike it as a photo.</param>
public sealed record SizeScore(int ShortSide, IReadOnlyDictionary<string, double> Layers)
{
    /// <summary>Mean of the layers.</summary>
    [JsonPropertyOrder(1)]
    public double Mean => Layers.Values.Average();
}
