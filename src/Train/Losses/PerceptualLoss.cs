using static TorchSharp.torch;

namespace LiveStyle.Train.Losses;

/// <summary>
/// Style loss (distance of Gram matrices to the painting's, on several layers) and content loss (distance of features to the photo's), each
/// in units that mean the same for every painting.
/// </summary>
/// <remarks>
/// Johnson et al. 2016 (arXiv:1603.08155), section 3.2. A layer's style loss is divided by its value for plain photos (1 = as unlike the
/// painting as a photo), the content loss by the variance of the photos' features (1 = as far off as a flat mean).
/// Style is compared at several scales: a layer sees two dozen pixels at most, and what repeats beyond them, as dimples or a weave do, is
/// seen only in the picture made small (Gatys et al. 2017, arXiv:1611.07865, section 5).
/// </remarks>
public sealed class PerceptualLoss : IDisposable
{
    private readonly LossNetwork _network;
    private readonly string[] _styleLayers;
    private readonly string _contentLayer;
    private readonly int _scales;
    private readonly Dictionary<string, Tensor>[] _targets; // by scale
    private readonly Dictionary<string, double>[] _styleUnits;
    private readonly double _contentUnit;

    /// <summary>Takes the painting's Gram matrices and measures the units on photos.</summary>
    /// <param name="network">Borrowed; must outlive this object.</param>
    /// <param name="styleLayers">For instance relu1_2, relu2_2, relu3_1.</param>
    /// <param name="contentLayer">For instance relu2_2.</param>
    /// <param name="painting">Float32 [1, 3, H, W], RGB, 0..1.</param>
    /// <param name="photos">Float32 [1, 3, H, W] each, RGB, 0..1: what the stylizer will see, unstylized.</param>
    /// <param name="scales">At how many sizes style is compared, each half of the one before; at least 1.</param>
    public PerceptualLoss(LossNetwork network, string[] styleLayers, string contentLayer, Tensor painting, IEnumerable<Tensor> photos, int scales = 1)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(scales, 1);
        (_network, _styleLayers, _contentLayer, _scales) = (network, styleLayers, contentLayer, scales);
        using (no_grad())
        {
            using (TorchSharp.DisposeScope scope = NewDisposeScope())
                _targets = [.. Features(painting).Select(at => styleLayers.ToDictionary(layer => layer, layer => Gram.Matrix(at[layer]).DetachFromDisposeScope()))];
            (_styleUnits, _contentUnit) = MeasureUnits(photos);
        }
    }

    /// <summary>Names of the style layers, in the order of <see cref="StyleLosses"/>.</summary>
    public IReadOnlyList<string> StyleLayers => _styleLayers;

    /// <summary>Features of the pictures that serve both losses, at each scale, the full one first.</summary>
    /// <param name="pictures">Float32 [N, 3, H, W], RGB, 0..1.</param>
    public IReadOnlyList<Dictionary<string, Tensor>> Features(Tensor pictures)
    {
        List<Dictionary<string, Tensor>> features = [_network.Features(pictures, [.. _styleLayers.Append(_contentLayer).Distinct()])];
        while (features.Count < _scales)
        {
            pictures = nn.functional.avg_pool2d(pictures, [2, 2], [2, 2]);
            features.Add(_network.Features(pictures, _styleLayers));
        }
        return features;
    }

    /// <summary>Features of plain photos that the content loss compares with.</summary>
    /// <param name="photos">Float32 [N, 3, H, W], RGB, 0..1.</param>
    /// <returns>[N, C, H, W] in the loss network's form, outside the autograd graph.</returns>
    public Tensor ContentTarget(Tensor photos)
    {
        using (no_grad()) return _network.Features(photos, [_contentLayer])[_contentLayer];
    }

    /// <summary>Normalised style loss of each layer, mean over the scales; 1 for plain photos, 0 for the painting's own statistics.</summary>
    /// <remarks>Statistics are those of the batch together: a sky may stay calm where the other picture is not.</remarks>
    public Tensor[] StyleLosses(IReadOnlyList<Dictionary<string, Tensor>> features) =>
        [.. _styleLayers.Select(layer => Enumerable.Range(0, _scales)
            .Select(scale => Distance(features[scale][layer], scale, layer) / (_styleUnits[scale][layer] * _scales)).Aggregate((sum, part) => sum + part))];

    /// <summary>Mean squared distance of the content features, in units of their variance.</summary>
    public Tensor ContentLoss(IReadOnlyList<Dictionary<string, Tensor>> features, Tensor target) =>
        (features[0][_contentLayer] - target).to_type(ScalarType.Float32).square().mean() / _contentUnit;

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (Tensor target in _targets.SelectMany(at => at.Values)) target.Dispose();
    }

    private Tensor Distance(Tensor features, int scale, string layer) => (Gram.Matrix(features).mean([0], true) - _targets[scale][layer]).square().mean();

    private (Dictionary<string, double>[] Style, double Content) MeasureUnits(IEnumerable<Tensor> photos)
    {
        Dictionary<string, List<double>>[] style = [.. _targets.Select(_ => _styleLayers.ToDictionary(layer => layer, _ => new List<double>()))];
        List<double> content = [];
        foreach (Tensor photo in photos)
        {
            using TorchSharp.DisposeScope scope = NewDisposeScope();
            IReadOnlyList<Dictionary<string, Tensor>> features = Features(photo);
            for (int at = 0; at < _scales; at++)
                foreach (string layer in _styleLayers) style[at][layer].Add(Distance(features[at][layer], at, layer).item<float>());
            content.Add(features[0][_contentLayer].to_type(ScalarType.Float32).var().item<float>());
        }
        return ([.. style.Select(at => at.ToDictionary(pair => pair.Key, pair => pair.Value.Average()))], content.Average());
    }
}
