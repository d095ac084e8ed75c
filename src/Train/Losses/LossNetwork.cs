using LiveStyle.Frames;
using static TorchSharp.torch;

namespace LiveStyle.Train.Losses;

/// <summary>A frozen classifier (VGG, Simonyan and Zisserman 2014) whose feature maps say how a picture looks.</summary>
/// <remarks>
/// Weights are named conv1_1, conv1_2, conv2_1 ... with an optional 1x1 <c>conv0</c> in front that turns RGB in 0..1 into what the network
/// was trained on; a convolution may be a pair, conv1_2.reduce and conv1_2.expand (<see cref="LossLayer"/>). VGG-16 and VGG-19 with
/// torchvision's names (features.0 ...) are read as well. Each 3x3 convolution follows a reflection padding of one and is followed by ReLU; a
/// maximum over 2x2 pixels follows each group. Layers are asked for by the name of their ReLU: relu1_2. torchvision pads with zeros: here
/// its weights see reflections too, since a border of zeros is an edge that no picture has, and an optimised picture would answer it with
/// a frame. Features differ near the borders only.
/// </remarks>
public sealed class LossNetwork : IDisposable
{
    private readonly Dictionary<string, Tensor> _weights;
    private readonly LossLayer[] _layers;
    private readonly LossNetworkForm _form;

    private LossNetwork(Dictionary<string, Tensor> weights, LossLayer[] layers, LossNetworkForm form) => (_weights, _layers, _form) = (weights, layers, form);

    /// <summary>Names of the layers that <see cref="Features"/> can give, from the first on.</summary>
    public IEnumerable<string> Layers => _layers.Select(layer => layer.Name);

    /// <summary>Reads the weights.</summary>
    /// <param name="path">A safetensors file.</param>
    /// <param name="form">How it is to compute; <see langword="null"/>: <see cref="LossNetworkForm.Exact"/>.</param>
    /// <exception cref="ModelInvalidException">Missing, damaged, or no VGG.</exception>
    public static LossNetwork Load(string path, LossNetworkForm? form = null)
    {
        form ??= LossNetworkForm.Exact;
        Dictionary<string, Tensor> weights = Safetensors.Load(path, name => LossLayers.IsPart(name) || TorchvisionNames.IsOne(name));
        try
        {
            if (weights.Keys.Any(TorchvisionNames.IsOne)) TorchvisionNames.ReplaceInPlace(path, weights);
            LayInPlace(weights, form);
            return new LossNetwork(weights, LossLayers.From(path, weights), form);
        }
        catch
        {
            foreach (Tensor tensor in weights.Values) tensor.Dispose();
            throw;
        }
    }

    /// <summary>The feature maps of a batch.</summary>
    /// <param name="pictures">Float32 [N, 3, H, W], RGB, 0..1.</param>
    /// <param name="wanted">Names of layers; nothing beyond the deepest is computed.</param>
    /// <returns>[N, C, H, W] for each name, in the type and layout of the network's form, owned by the caller or its dispose scope.</returns>
    /// <exception cref="ModelInvalidException">The network has no such layer.</exception>
    public Dictionary<string, Tensor> Features(Tensor pictures, IReadOnlyCollection<string> wanted)
    {
        if (wanted.FirstOrDefault(name => !Layers.Contains(name)) is { } missing)
            throw new ModelInvalidException("loss network", $"it has no layer '{missing}'", $"It has {string.Join(", ", Layers)}.");
        Dictionary<string, Tensor> features = [];
        Tensor x = _weights.TryGetValue("conv0.weight", out Tensor? toTrained) ? nn.functional.conv2d(pictures, toTrained, _weights["conv0.bias"]) : pictures;
        x = _form.Tensors.Lay(x);
        int group = 1;
        foreach (LossLayer layer in _layers)
        {
            if (layer.Group != group) x = nn.functional.max_pool2d(x, [2L, 2L], [2L, 2L]);
            group = layer.Group;
            x = layer.Apply(x, _form.Padded);
            if (wanted.Contains(layer.Name)) features.Add(layer.Name, x);
            if (features.Count == wanted.Count) break;
        }
        return features;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (Tensor tensor in _weights.Values) tensor.Dispose();
    }

    /// <summary>All but conv0, which takes pictures as they are: in 8 bits of 0 to 255 they would lose too much.</summary>
    private static void LayInPlace(Dictionary<string, Tensor> weights, LossNetworkForm form)
    {
        foreach ((string name, Tensor tensor) in weights.Where(pair => !pair.Key.StartsWith("conv0.", StringComparison.Ordinal)).ToArray())
        {
            using TorchSharp.DisposeScope scope = NewDisposeScope();
            weights[name] = form.Tensors.Lay(tensor).clone().DetachFromDisposeScope();
            tensor.Dispose();
        }
    }
}
