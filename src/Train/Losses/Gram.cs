using static TorchSharp.torch;

namespace LiveStyle.Train.Losses;

/// <summary>Gram matrix of a feature map: which channels fire together, with position thrown away.</summary>
/// <remarks>Gatys et al. 2015 (arXiv:1508.06576); divided by <c>C H W</c> as in Johnson et al. 2016 (arXiv:1603.08155), section 3.2.</remarks>
public static class Gram
{
    /// <param name="features">Float32 [N, C, H, W].</param>
    /// <returns>Float32 [N, C, C], symmetric.</returns>
    public static Tensor Matrix(Tensor features)
    {
        long[] shape = features.shape;
        Tensor flat = features.reshape(shape[0], shape[1], shape[2] * shape[3]); // [N, C, H*W]
        return flat.bmm(flat.transpose(1, 2)) / (double)(shape[1] * shape[2] * shape[3]);
    }
}
