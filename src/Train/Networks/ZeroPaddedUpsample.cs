using static TorchSharp.torch;

namespace LiveStyle.Train.Networks;

/// <summary>Bilinear upsampling by two of a picture that is surrounded by zeros, with as much of those surroundings as the convolution
/// after it reads.</summary>
/// <remarks>
/// Nearest upsampling shows as blocks of four pixels, a transposed convolution as a checkerboard (Odena et al. 2016). Bilinear as PyTorch has
/// it repeats the edge; surrounded by zeros it is the same map at the border as inside, so that it packs onto cells exactly.
/// </remarks>
internal static class ZeroPaddedUpsample
{
    /// <param name="input">Float32 [N, C, H, W].</param>
    /// <param name="margin">Pixels of the result's surroundings to keep on each side, 0 to 2: half the kernel that follows, which then
    /// needs no padding of its own.</param>
    /// <returns>Float32 [N, C, 2 H + 2 margin, 2 W + 2 margin].</returns>
    public static Tensor Apply(Tensor input, int margin)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(margin, 2);
        using Tensor ringed = nn.functional.pad(input, [1, 1, 1, 1]);
        using Tensor doubled = nn.functional.interpolate(ringed, null, [2.0, 2.0], InterpolationMode.Bilinear, false);
        if (margin == 2) return doubled.alias();
        int cut = 2 - margin;
        using Tensor rows = doubled.narrow(2, cut, doubled.shape[2] - 2 * cut);
        return rows.narrow(3, cut, doubled.shape[3] - 2 * cut);
    }
}
