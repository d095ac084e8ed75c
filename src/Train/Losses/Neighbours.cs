using static TorchSharp.torch;

namespace LiveStyle.Train.Losses;

/// <summary>What neighbouring pixels differ by.</summary>
internal static class Neighbours
{
    /// <param name="pictures">Float32 [N, C, H, W].</param>
    /// <returns>Float32 [N, C, H - 1, W] and [N, C, H, W - 1]: each pixel less the one above it, and less the one to its left.</returns>
    public static (Tensor Down, Tensor Right) Differences(Tensor pictures)
    {
        (long height, long width) = (pictures.shape[2], pictures.shape[3]);
        return (
            pictures.narrow(2, 1, height - 1) - pictures.narrow(2, 0, height - 1),
            pictures.narrow(3, 1, width - 1) - pictures.narrow(3, 0, width - 1));
    }
}
