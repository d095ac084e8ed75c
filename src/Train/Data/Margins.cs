using static TorchSharp.torch;

namespace LiveStyle.Train.Data;

/// <summary>What lies at the edge of a picture, taken off.</summary>
internal static class Margins
{
    /// <summary>The middle of a picture.</summary>
    /// <param name="picture">[N, C, H, W]. Borrowed.</param>
    /// <param name="margin">Pixels, or cells, that are left out on each side.</param>
    /// <returns>[N, C, H - 2 margin, W - 2 margin]: a view.</returns>
    public static Tensor WithoutMargin(this Tensor picture, long margin) =>
        picture.narrow(2, margin, picture.shape[2] - 2 * margin).narrow(3, margin, picture.shape[3] - 2 * margin);
}
