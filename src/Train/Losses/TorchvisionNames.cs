using System.Globalization;
using System.Text.RegularExpressions;
using LiveStyle.Frames;
using static TorchSharp.torch;

namespace LiveStyle.Train.Losses;

/// <summary>VGG-16 and VGG-19 as torchvision stores them: features.0.weight and so on, for inputs normalised by ImageNet's mean and deviation.</summary>
internal static partial class TorchvisionNames
{
    private static readonly float[] Mean = [0.485f, 0.456f, 0.406f];
    private static readonly float[] Deviation = [0.229f, 0.224f, 0.225f];
    private static readonly int[] Vgg16 = [2, 2, 3, 3, 3];
    private static readonly int[] Vgg19 = [2, 2, 4, 4, 4];

    /// <summary>Whether an entry belongs to the convolutions; the classifier behind them does not.</summary>
    public static bool IsOne(string name) => FeatureName().IsMatch(name);

    /// <summary>Gives the tensors our names, and the normalisation the form of a <c>conv0</c>. Other tensors are left as they are.</summary>
    /// <param name="path">For messages.</param>
    /// <param name="weights">Renamed in place.</param>
    /// <exception cref="ModelInvalidException">The convolutions are not those of VGG-16 or VGG-19, from the first on.</exception>
    public static void ReplaceInPlace(string path, Dictionary<string, Tensor> weights)
    {
        Dictionary<int, string> names = Name(path, [.. weights.Keys.Select(key => FeatureName().Match(key)).Where(match => match.Success)
            .Select(match => int.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture)).Distinct().Order()]);
        foreach ((int index, string name) in names)
            foreach (string part in (string[])["weight", "bias"])
                if (weights.Remove($"features.{index}.{part}", out Tensor? tensor)) weights.Add($"{name}.{part}", tensor);
        float[] scales = new float[9];
        for (int color = 0; color < 3; color++) scales[color * 4] = 1 / Deviation[color]; // the diagonal of [3, 3]
        weights["conv0.weight"] = tensor(scales, [3, 3, 1, 1]);
        weights["conv0.bias"] = tensor([.. Mean.Zip(Deviation, (mean, deviation) => -mean / deviation)]);
    }

    /// <summary>A file may end early: what is there must be the beginning of one of the two.</summary>
    private static Dictionary<int, string> Name(string path, int[] found)
    {
        foreach (int[] groups in (int[][])[Vgg19, Vgg16])
        {
            Dictionary<int, string> names = Places(groups);
            if (names.Keys.Take(found.Length).SequenceEqual(found)) return names;
        }

        string reason = found.Contains(1) ? "it is a VGG with batch normalisation" : $"convolutions at {string.Join(", ", found)} are not those of VGG-16 or VGG-19";
        throw new ModelInvalidException(path, reason, "Use vgg16 or vgg19 as torchvision has them.");
    }

    /// <summary>Where the convolutions stand in torchvision's list, in which each ReLU and each maximum counts as well.</summary>
    private static Dictionary<int, string> Places(int[] groups)
    {
        Dictionary<int, string> names = [];
        int place = 0;
        for (int group = 1; group <= groups.Length; group++, place++)
            for (int number = 1; number <= groups[group - 1]; number++, place += 2)
                names.Add(place, $"conv{group}_{number}");
        return names;
    }

    [GeneratedRegex(@"^features\.(\d{1,3})\.(?:weight|bias)$")]
    private static partial Regex FeatureName();
}
