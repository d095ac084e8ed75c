using LiveStyle.Train.Data;
using LiveStyle.Train.Export;
using LiveStyle.Train.Networks;
using TorchSharp;
using static TorchSharp.torch;

namespace LiveStyle.Train.Training;

/// <summary>How a tier sees a crop: as a whole picture with its own reflection around it, as in use. So it learns to paint up to the edge what the guide paints there,
/// with a border smaller than what it can see of the edge.</summary>
/// <remarks>The loss network knows nothing beyond the edge of what it judges, and would teach it to draw a line there: it judges a window whose place it can't
/// know.</remarks>
/// <param name="network">That learns; borrowed.</param>
/// <param name="guide">Whose paintings are imitated; borrowed.</param>
/// <param name="options">Crop and borders.</param>
internal sealed class MirroredCrop(PyramidNetwork network, PyramidNetwork guide, TrainingOptions options) : CropView(network)
{
    /// <inheritdoc/>
    public override Tensor Encode(Tensor photo) => Network.Encode(Mirrored(photo, options.TierBorder));

    /// <inheritdoc/>
    public override Tensor Decode(Tensor features) => Network.Decode(features).WithoutMargin(options.TierBorder);

    /// <inheritdoc/>
    public override Tensor Kept(Tensor picture) => picture.WithoutMargin(options.Border);

    /// <inheritdoc/>
    public override Tensor KeptFeatures(Tensor features) => features.WithoutMargin(options.TierBorder / PackedNetwork.Cell).to_type(ScalarType.Float32);

    /// <inheritdoc/>
    public override Func<Tensor, Tensor> Window()
    {
        long room = options.Crop - 2 * options.Border - options.Judged;
        long top = (long)(rand(1).item<float>() * room), left = (long)(rand(1).item<float>() * room);
        return picture => picture.narrow(2, top, options.Judged).narrow(3, left, options.Judged);
    }

    /// <inheritdoc/>
    public override Tensor Target(Tensor photo)
    {
        using (no_grad()) return guide.call(Mirrored(photo, options.GuideBorder)).WithoutMargin(options.GuideBorder).clamp(0, 1);
    }

    private Tensor Mirrored(Tensor photo, int border) => nn.functional.pad(Kept(photo), [border, border, border, border], PaddingModes.Reflect);
}
