using static TorchSharp.torch;

namespace LiveStyle.Train.Losses;

/// <summary>Mean absolute difference between neighbouring pixels: what keeps flat areas flat (Rudin et al. 1992; anisotropic).</summary>
public static class TotalVariation
{
    /// <param name="pictures">Float32 [N, C, H, W].</param>
    /// <returns>Float32 scalar, at least 0.</returns>
    public static Tensor Of(Tensor pictures)
    {
        (long height, long width) = (pictures.shape[2], pictures.shape[3]);
        Tensor down = pictures.narrow(2, 1, height - 1) - pictures.narrow(2, 0, height - 1);
        Tensor right = pictures.narrow(3, 1, width - 1) - pictures.narrow(3, 0, width - 1);
        return down.abs().mean() + right.abs().mean();
    }
}
