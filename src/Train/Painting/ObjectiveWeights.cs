namespace LiveStyle.Train.Painting;

/// <summary>What a painting is asked for. The losses are normalised, so that the weights mean the same for every painting.</summary>
/// <param name="StyleLayers">Layers whose Gram matrices are matched, and their shares; only the proportions count.</param>
/// <param name="ContentLayer">Layer whose features keep the content.</param>
/// <param name="Style">Weight of the style loss, which is 1 for the plain photo and 0 for the style's own statistics.</param>
/// <param name="Content">Weight of the content loss, which is 0 for the photo and 1 for a flat mean of its features.</param>
/// <param name="Variation">Weight of total variation.</param>
public sealed record ObjectiveWeights(IReadOnlyDictionary<string, double> StyleLayers, string ContentLayer, double Style, double Content, double Variation);
