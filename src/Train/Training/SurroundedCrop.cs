using LiveStyle.Train.Data;
using LiveStyle.Train.Export;
using LiveStyle.Train.Networks;
using static TorchSharp.torch;

namespace LiveStyle.Train.Training;

/// <summary>How a guide sees a crop: as the middle of a picture without an end. Nothing that it paints tells it where it is.</summary>
/// <remarks>
/// A network with zeros around each layer knows its distance to the edge up to <see cref="NetworkSize.Reach"/>. A style loss compares statistics of the whole, so a guide
/// that may paint there pays its debt there: after some hundred steps a bright band grows along one border, the same in every picture.
/// </remarks>
/// <param name="network">That learns; borrowed.</param>
/// <param name="options">Crop and borders.</param>
internal sealed class SurroundedCrop(PyramidNetwork network, TrainingOptions options) : CropView(network)
{
    /// <inheritdoc/>
    public override Tensor Encode(Tensor photo) => Network.EncodeInside(photo);

    /// <inheritdoc/>
    public override Tensor Decode(Tensor features) => Network.DecodeInside(features);

    /// <inheritdoc/>
    public override Tensor Kept(Tensor picture) => picture.WithoutMargin(options.GuideBorder);

    /// <inheritdoc/>
    public override Tensor KeptFeatures(Tensor features) =>
        features.WithoutMargin((features.shape[2] - options.Judged / PackedNetwork.Cell) / 2).to_type(ScalarType.Float32);

    /// <inheritdoc/>
    public override Func<Tensor, Tensor> Window() => picture => picture;
}
