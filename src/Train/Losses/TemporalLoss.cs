using LiveStyle.Train.Motion;
using static TorchSharp.torch;

namespace LiveStyle.Train.Losses;

/// <summary>How much the painting of frame B differs from that of frame A where both show the same.</summary>
/// <remarks>
/// Gao et al. 2018, ReCoNet (arXiv:1807.01197), section 3.3: along exact motion, outside of occlusions, and only in so far as the light of
/// the input did not change itself; on the painting and on the features from which it is painted. Each can be lowered by painting paler, too. What was tried against
/// that, the loss over the detail of the paintings, networks get round: they raise the detail by glints along edges, or by a weave.
/// </remarks>
internal static class TemporalLoss
{
    private static readonly float[] Luma = [0.2126f, 0.7152f, 0.0722f]; // ITU-R BT.709

    /// <summary>On paintings, with the luminance relaxation: paintings may follow a change of light.</summary>
    /// <param name="paintedA">Float32 [1, 3, H, W], RGB, 0..1.</param>
    /// <param name="paintedB">Likewise.</param>
    /// <param name="sceneA">Float32 [1, 3, H, W], RGB, without noise: what was painted.</param>
    /// <param name="sceneB">Likewise.</param>
    /// <param name="flow">From B back to A.</param>
    /// <param name="valid">Float32 [1, 1, H, W].</param>
    /// <returns>Mean squared difference over valid pixels and channels.</returns>
    public static Tensor OfPaintings(Tensor paintedA, Tensor paintedB, Tensor sceneA, Tensor sceneB, FlowField flow, Tensor valid)
    {
        Tensor light = Luminance(sceneB) - flow.Warp(Luminance(sceneA)); // [1, 1, H, W]
        return Masked(paintedB - flow.Warp(paintedA) - light, valid);
    }

    /// <summary>On features, in units of their own mean square: the same for every network and painting.</summary>
    /// <param name="featuresA">Float32 [1, C, H/n, W/n].</param>
    /// <param name="featuresB">Likewise.</param>
    /// <param name="flow">From B back to A, at full resolution.</param>
    /// <param name="valid">Float32 [1, 1, H, W].</param>
    public static Tensor OfFeatures(Tensor featuresA, Tensor featuresB, FlowField flow, Tensor valid)
    {
        int cell = (int)(valid.shape[2] / featuresA.shape[2]);
        Tensor wholly = nn.functional.avg_pool2d(valid, [cell, cell], [cell, cell]).ge(0.999).to_type(ScalarType.Float32);
        return Masked(featuresB - flow.Shrink(cell).Warp(featuresA), wholly) / (featuresB.detach().square().mean() + 1e-8);
    }

    /// <summary>Frame difference: where the picture stands still, the painting has to stand still as well, occluded or not.</summary>
    /// <param name="paintedA">Float32 [1, 3, H, W], RGB, 0..1.</param>
    /// <param name="paintedB">Likewise.</param>
    /// <param name="sceneA">Float32 [1, 3, H, W], RGB, without noise.</param>
    /// <param name="sceneB">Likewise.</param>
    public static Tensor OfStillParts(Tensor paintedA, Tensor paintedB, Tensor sceneA, Tensor sceneB)
    {
        const double Still = 0.02; // change of a pixel, in 0..1, that counts a third
        Tensor change = (sceneB - sceneA).square().mean([1], true); // [1, 1, H, W]
        return Masked(paintedB - paintedA, (change * (-1 / (Still * Still))).exp());
    }

    private static Tensor Masked(Tensor difference, Tensor mask) =>
        (difference.square() * mask).sum() / (mask.sum() * (double)difference.shape[1] + 1e-6);

    private static Tensor Luminance(Tensor picture) => (picture * tensor(Luma, [1, 3, 1, 1])).sum([1], true);
}
