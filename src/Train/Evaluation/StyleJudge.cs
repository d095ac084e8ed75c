using LiveStyle.Train.Losses;
using TorchSharp;
using static TorchSharp.torch;

namespace LiveStyle.Train.Evaluation;

/// <summary>A loss network and a painting's Gram matrices at several sizes.</summary>
/// <remarks>Johnson et al. 2016 (arXiv:1603.08155), section 3.2, in units that mean the same for every painting.</remarks>
public sealed class StyleJudge : IDisposable
{
    /// <summary>Short sides of the painting that are tried.</summary>
    public static IReadOnlyList<int> PaintingSizes { get; } = [192, 256, 320, 384, 512];

    private static readonly string[] UsualLayers = ["relu1_2", "relu2_2", "relu3_1"];

    private readonly LossNetwork _network;
    private readonly string _networkName, _paintingName;
    private readonly string[] _layers;
    private readonly List<(int ShortSide, Dictionary<string, Tensor> Grams)> _targets = [];

    /// <param name="network">Taken over. Of its layers relu1_2, relu2_2 and relu3_1 are used, or all if it has none of these.</param>
    /// <param name="networkName">For the card.</param>
    /// <param name="painting">Gives the painting, float32 [1, 3, H, W], RGB, 0..1, at a short side of so many pixels; disposed here.</param>
    /// <param name="paintingName">For the card.</param>
    public StyleJudge(LossNetwork network, string networkName, Func<int, Tensor> painting, string paintingName)
    {
        (_network, _networkName, _paintingName) = (network, networkName, paintingName);
        string[] usual = [.. UsualLayers.Intersect(network.Layers)];
        _layers = usual.Length > 0 ? usual : [.. network.Layers];
        foreach (int size in PaintingSizes)
        {
            using Tensor picture = painting(size);
            _targets.Add((size, Grams(Features(picture))));
        }
    }

    /// <summary>Judges paintings of photos.</summary>
    /// <param name="pairs">Photo and painting, float32 [1, 3, H, W] each, RGB, 0..1, of one size; disposed here.</param>
    public StyleScore Judge(IEnumerable<(Tensor Photo, Tensor Painted)> pairs)
    {
        LossSums sums = new();
        foreach ((Tensor photo, Tensor painted) in pairs)
        {
            using (photo)
            using (painted) Add(photo, painted, sums);
        }
        return new StyleScore(_networkName, _paintingName,
            [.. _targets.Select(target => new SizeScore(target.ShortSide, ByLayer(layer => sums.Ratio($"style {layer} {target.ShortSide}"))))],
            ByLayer(layer => sums.Ratio($"content {layer}")));
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (Tensor gram in _targets.SelectMany(target => target.Grams.Values)) gram.Dispose();
        _network.Dispose();
    }

    private void Add(Tensor photo, Tensor painted, LossSums sums)
    {
        using DisposeScope scope = NewDisposeScope();
        Dictionary<string, Tensor> plain = Features(photo);
        Dictionary<string, Tensor> styled = Features(painted);
        foreach (string layer in _layers) sums.Add($"content {layer}", MeanSquare(styled[layer] - plain[layer]), plain[layer].var().item<float>());
        Dictionary<string, Tensor> plainGrams = Grams(plain);
        Dictionary<string, Tensor> styledGrams = Grams(styled);
        foreach ((int size, Dictionary<string, Tensor> target) in _targets)
            foreach (string layer in _layers)
                sums.Add($"style {layer} {size}", MeanSquare(styledGrams[layer] - target[layer]), MeanSquare(plainGrams[layer] - target[layer]));
        foreach (Tensor gram in plainGrams.Values.Concat(styledGrams.Values)) gram.Dispose();
    }

    private Dictionary<string, Tensor> Features(Tensor picture)
    {
        using (no_grad()) return _network.Features(picture, _layers);
    }

    /// <summary>Gram matrices that outlive every dispose scope; the features are disposed.</summary>
    private static Dictionary<string, Tensor> Grams(Dictionary<string, Tensor> features)
    {
        using DisposeScope scope = NewDisposeScope();
        Dictionary<string, Tensor> grams = features.ToDictionary(pair => pair.Key, pair => Gram.Matrix(pair.Value).DetachFromDisposeScope());
        foreach (Tensor feature in features.Values) feature.Dispose();
        return grams;
    }

    private Dictionary<string, double> ByLayer(Func<string, double> value) => _layers.ToDictionary(layer => layer, value);

    private static double MeanSquare(Tensor difference) => difference.square().mean().item<float>();

    /// <summary>Sums over photos of a loss and of the unit that it is given in.</summary>
    private sealed class LossSums
    {
        private readonly Dictionary<string, (double Loss, double Unit)> _sums = [];

        public void Add(string name, double loss, double unit)
        {
            (double losses, double units) = _sums.GetValueOrDefault(name);
            _sums[name] = (losses + loss, units + unit);
        }

        public double Ratio(string name) => _sums.GetValueOrDefault(name) is (double loss, > 0 and double unit) ? loss / unit : 0;
    }
}
