using static TorchSharp.torch;

namespace LiveStyle.Train.Losses;

/// <summary>Mean absolute difference between neighbouring pixels: what keeps flat areas flat (Rudin et al. 1992; anisotropic).</summary>
public static class TotalVariation
{
    /// <param name="pictures">Float32 [N, C, H, W].</param>
    /// <returns>Float32 scalar, at least 0.</returns>
    public static Tensor Of(Tensor pictures)
    {
        (Tensor down, Tensor right) = Neighbours.Differences(pictures);
        return down.abs().mean() + right.abs().mean();
    }
}
