using System.Globalization;
using System.Text.RegularExpressions;
using LiveStyle.Frames;
using TorchSharp;
using static TorchSharp.torch;

namespace LiveStyle.Train.Losses;

/// <summary>A frozen classifier (VGG, Simonyan and Zisserman 2014) whose feature maps say how a picture looks.</summary>
/// <remarks>
/// Weights are named conv1_1, conv1_2, conv2_1 ... with an optional 1x1 <c>conv0</c> in front that turns RGB in 0..1 into what the network
/// was trained on. Each 3x3 convolution follows a reflection padding of one and is followed by ReLU; a maximum over 2x2 pixels follows each
/// group. Layers are asked for by the name of their ReLU: relu1_2.
/// </remarks>
public sealed partial class LossNetwork : IDisposable
{
    private readonly Dictionary<string, Tensor> _weights;
    private readonly List<(int Group, string Conv, string Relu)> _layers;

    private LossNetwork(Dictionary<string, Tensor> weights, List<(int, string, string)> layers) => (_weights, _layers) = (weights, layers);

    /// <summary>Names of the layers that <see cref="Features"/> can give, from the first on.</summary>
    public IEnumerable<string> Layers => _layers.Select(layer => layer.Relu);

    /// <summary>Reads the weights.</summary>
    /// <exception cref="ModelInvalidException">Missing, damaged, or no VGG.</exception>
    public static LossNetwork Load(string path)
    {
        Dictionary<string, Tensor> weights = Safetensors.Load(path);
        List<(int Group, string, string Relu)> layers = [.. weights.Keys.Select(key => ConvName().Match(key)).Where(match => match.Success)
            .Select(match => (int.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture), match.Groups[0].Value[..^".weight".Length],
                $"relu{match.Groups[1].Value}_{match.Groups[2].Value}"))
            .OrderBy(layer => layer.Item3, StringComparer.Ordinal)];
        if (layers.Count > 0 && layers.TrueForAll(layer => weights.ContainsKey(layer.Item2 + ".bias"))) return new LossNetwork(weights, layers);
        foreach (Tensor tensor in weights.Values) tensor.Dispose();
        throw new ModelInvalidException(path, "it holds no VGG convolutions (conv1_1.weight and so on)");
    }

    /// <summary>The feature maps of a batch.</summary>
    /// <param name="pictures">Float32 [N, 3, H, W], RGB, 0..1.</param>
    /// <param name="wanted">Names of layers; nothing beyond the deepest is computed.</param>
    /// <returns>Float32 NCHW for each name, owned by the caller or its dispose scope.</returns>
    /// <exception cref="ModelInvalidException">The network has no such layer.</exception>
    public Dictionary<string, Tensor> Features(Tensor pictures, IReadOnlyCollection<string> wanted)
    {
        if (wanted.FirstOrDefault(name => !Layers.Contains(name)) is { } missing)
            throw new ModelInvalidException("loss network", $"it has no layer '{missing}'", $"It has {string.Join(", ", Layers)}.");
        Dictionary<string, Tensor> features = [];
        Tensor x = _weights.TryGetValue("conv0.weight", out Tensor? toTrained) ? nn.functional.conv2d(pictures, toTrained, _weights["conv0.bias"]) : pictures;
        int group = 1;
        foreach ((int layerGroup, string conv, string relu) in _layers)
        {
            if (layerGroup != group) x = nn.functional.max_pool2d(x, [2L, 2L], [2L, 2L]);
            group = layerGroup;
            Tensor padded = nn.functional.pad(x, [1, 1, 1, 1], PaddingModes.Reflect);
            x = nn.functional.relu(nn.functional.conv2d(padded, _weights[conv + ".weight"], _weights[conv + ".bias"]));
            if (wanted.Contains(relu)) features.Add(relu, x);
            if (features.Count == wanted.Count) break;
        }
        return features;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (Tensor tensor in _weights.Values) tensor.Dispose();
    }

    [GeneratedRegex(@"^conv(\d)_?(\d)\.weight$")]
    private static partial Regex ConvName();
}
