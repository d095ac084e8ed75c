using static TorchSharp.torch;

namespace LiveStyle.Train.Losses;

/// <summary>Gram matrix of a feature map: which channels fire together, with position thrown away.</summary>
/// <remarks>Gatys et al. 2015 (arXiv:1508.06576); divided by <c>C H W</c> as in Johnson et al. 2016 (arXiv:1603.08155), section 3.2.</remarks>
public static class Gram
{
    /// <param name="features">[N, C, H, W], float32 or bfloat16, its channels first or last in memory.</param>
    /// <returns>Float32 [N, C, C], symmetric.</returns>
    public static Tensor Matrix(Tensor features)
    {
        (long batch, long channels, long pixels) = (features.shape[0], features.shape[1], features.shape[2] * features.shape[3]);
        Tensor rows = features.is_contiguous() // [N, C, H*W], without moving anything in memory
            ? features.reshape(batch, channels, pixels)
            : features.permute(0, 2, 3, 1).reshape(batch, pixels, channels).transpose(1, 2);
        return rows.bmm(rows.transpose(1, 2)).to_type(ScalarType.Float32) / (double)(channels * pixels);
    }
}
