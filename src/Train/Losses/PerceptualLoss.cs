using static TorchSharp.torch;

namespace LiveStyle.Train.Losses;

/// <summary>
/// Style loss (distance of Gram matrices to the painting's, on several layers) and content loss (distance of features to the photo's), each
/// in units that mean the same for every painting.
/// </summary>
/// <remarks>
/// Johnson et al. 2016 (arXiv:1603.08155), section 3.2. A layer's style loss is divided by its value for plain photos (1 = as unlike the
/// painting as a photo), the content loss by the variance of the photos' features (1 = as far off as a flat mean).
/// </remarks>
public sealed class PerceptualLoss : IDisposable
{
    private readonly LossNetwork _network;
    private readonly string[] _styleLayers;
    private readonly string _contentLayer;
    private readonly Dictionary<string, Tensor> _targets;
    private readonly Dictionary<string, double> _styleUnits;
    private readonly double _contentUnit;

    /// <summary>Takes the painting's Gram matrices and measures the units on photos.</summary>
    /// <param name="network">Borrowed; must outlive this object.</param>
    /// <param name="styleLayers">For instance relu1_2, relu2_2, relu3_1.</param>
    /// <param name="contentLayer">For instance relu2_2.</param>
    /// <param name="painting">Float32 [1, 3, H, W], RGB, 0..1.</param>
    /// <param name="photos">Float32 [1, 3, H, W] each, RGB, 0..1: what the stylizer will see, unstylized.</param>
    public PerceptualLoss(LossNetwork network, string[] styleLayers, string contentLayer, Tensor painting, IEnumerable<Tensor> photos)
    {
        (_network, _styleLayers, _contentLayer) = (network, styleLayers, contentLayer);
        using (no_grad())
        {
            using (TorchSharp.DisposeScope scope = NewDisposeScope())
                _targets = _network.Features(painting, styleLayers).ToDictionary(pair => pair.Key, pair => Gram.Matrix(pair.Value).DetachFromDisposeScope());
            (_styleUnits, _contentUnit) = MeasureUnits(photos);
        }
    }

    /// <summary>Names of the style layers, in the order of <see cref="StyleLosses"/>.</summary>
    public IReadOnlyList<string> StyleLayers => _styleLayers;

    /// <summary>Features of the pictures that serve both losses.</summary>
    /// <param name="pictures">Float32 [N, 3, H, W], RGB, 0..1.</param>
    public Dictionary<string, Tensor> Features(Tensor pictures) => _network.Features(pictures, [.. _styleLayers.Append(_contentLayer).Distinct()]);

    /// <summary>Features of plain photos that the content loss compares with.</summary>
    /// <param name="photos">Float32 [N, 3, H, W], RGB, 0..1.</param>
    /// <returns>[N, C, H, W] in the loss network's form, outside the autograd graph.</returns>
    public Tensor ContentTarget(Tensor photos)
    {
        using (no_grad()) return _network.Features(photos, [_contentLayer])[_contentLayer];
    }

    /// <summary>Normalised style loss of each layer: mean over the batch; 1 for plain photos, 0 for the painting's own statistics.</summary>
    public Tensor[] StyleLosses(Dictionary<string, Tensor> features) =>
        [.. _styleLayers.Select(layer => (Gram.Matrix(features[layer]) - _targets[layer]).square().mean() / _styleUnits[layer])];

    /// <summary>Mean squared distance of the content features, in units of their variance.</summary>
    public Tensor ContentLoss(Dictionary<string, Tensor> features, Tensor target) => (features[_contentLayer] - target).to_type(ScalarType.Float32).square().mean() / _contentUnit;

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (Tensor target in _targets.Values) target.Dispose();
    }

    private (Dictionary<string, double> Style, double Content) MeasureUnits(IEnumerable<Tensor> photos)
    {
        Dictionary<string, List<double>> style = _styleLayers.ToDictionary(layer => layer, _ => new List<double>());
        List<double> content = [];
        foreach (Tensor photo in photos)
        {
            using TorchSharp.DisposeScope scope = NewDisposeScope();
            Dictionary<string, Tensor> features = Features(photo);
            foreach (string layer in _styleLayers) style[layer].Add((Gram.Matrix(features[layer]) - _targets[layer]).square().mean().item<float>());
            content.Add(features[_contentLayer].to_type(ScalarType.Float32).var().item<float>());
        }
        return (style.ToDictionary(pair => pair.Key, pair => pair.Value.Average()), content.Average());
    }
}
