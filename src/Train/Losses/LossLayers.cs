using System.Globalization;
using System.Text.RegularExpressions;
using LiveStyle.Frames;
using static TorchSharp.torch;

namespace LiveStyle.Train.Losses;

/// <summary>Finds the layers of a loss network among named tensors, and checks that they fit each other.</summary>
internal static partial class LossLayers
{
    /// <summary>Whether an entry is part of a loss network: conv1_1.weight, conv11.bias, conv1_1.reduce.weight, conv0.bias.</summary>
    public static bool IsPart(string name) => PartName().IsMatch(name);

    /// <returns>The layers from the first on; they borrow the tensors.</returns>
    /// <exception cref="ModelInvalidException">No layers, or some that can't follow each other.</exception>
    public static LossLayer[] From(string path, Dictionary<string, Tensor> weights)
    {
        if (weights.ContainsKey("conv0.weight")) Part(path, weights, "conv0.weight", 3, 3, 1, 1);
        if (weights.ContainsKey("conv0.weight")) Part(path, weights, "conv0.bias", 3);
        (int Group, int Number, string Conv)[] found = [.. weights.Keys.Select(key => LayerName().Match(key)).Where(match => match.Success)
            .Select(match => (Digit(match.Groups[2]), Digit(match.Groups[3]), match.Groups[1].Value)).Distinct().Order()];
        if (found.Length == 0) throw new ModelInvalidException(path, "it holds no VGG convolutions (conv1_1.weight or features.0.weight, and so on)");
        List<LossLayer> layers = [];
        foreach ((int group, int number, string conv) in found)
        {
            (int Group, int Number) before = layers.Count > 0 ? (layers[^1].Group, layers[^1].Number) : (1, 0);
            if ((group, number) != (before.Group, before.Number + 1) && (group, number) != (before.Group + 1, 1))
                throw new ModelInvalidException(path, $"a convolution before {conv} is missing");
            layers.Add(Layer(path, weights, group, number, conv, inputs: layers.Count > 0 ? layers[^1].Bias.shape[0] : 3));
        }

        return [.. layers];
    }

    private static LossLayer Layer(string path, Dictionary<string, Tensor> weights, int group, int number, string conv, long inputs)
    {
        if (!weights.ContainsKey(conv + ".reduce.weight"))
        {
            Tensor weight = Part(path, weights, conv + ".weight", -1, inputs, 3, 3);
            return new LossLayer(group, number, weight, null, Part(path, weights, conv + ".bias", weight.shape[0]));
        }

        Tensor reduce = Part(path, weights, conv + ".reduce.weight", -1, inputs, 3, 3);
        Tensor expand = Part(path, weights, conv + ".expand.weight", -1, reduce.shape[0], 1, 1);
        return new LossLayer(group, number, reduce, expand, Part(path, weights, conv + ".expand.bias", expand.shape[0]));
    }

    /// <param name="path">For messages.</param>
    /// <param name="weights">Where it is looked for.</param>
    /// <param name="name">What is looked for.</param>
    /// <param name="shape">Its sizes; -1 for any.</param>
    private static Tensor Part(string path, Dictionary<string, Tensor> weights, string name, params long[] shape)
    {
        if (!weights.TryGetValue(name, out Tensor? tensor)) throw new ModelInvalidException(path, $"'{name}' is missing");
        bool fits = tensor.shape.Length == shape.Length && tensor.shape.Zip(shape).All(sizes => sizes.Second == -1 || sizes.First == sizes.Second);
        return fits ? tensor : throw new ModelInvalidException(
            path, $"'{name}' has the shape [{string.Join(", ", tensor.shape)}], not [{string.Join(", ", shape).Replace("-1", "any", StringComparison.Ordinal)}]");
    }

    private static int Digit(Group group) => int.Parse(group.ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^conv(?:0|\d_?\d(?:\.reduce|\.expand)?)\.(?:weight|bias)$")]
    private static partial Regex PartName();

    [GeneratedRegex(@"^(conv(\d)_?(\d))(?:\.reduce)?\.weight$")]
    private static partial Regex LayerName();
}
