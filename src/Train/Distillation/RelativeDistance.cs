using static TorchSharp.torch;

namespace LiveStyle.Train.Distillation;

/// <summary>Distances as a share of what they are distances from, so that no layer and no picture counts for more than another.</summary>
internal static class RelativeDistance
{
    /// <summary>Squared distance of Gram matrices over the second one's square.</summary>
    /// <param name="gram">Float32 [N, C, C].</param>
    /// <param name="wanted">Float32 [N or 1, C, C].</param>
    /// <returns>Float32 [N].</returns>
    public static Tensor OfGrams(Tensor gram, Tensor wanted) =>
        (gram - wanted).square().sum([1, 2]) / (wanted.square().sum([1, 2]) + 1e-12);
}
