using LiveStyle.Train.Networks;
using static TorchSharp.torch;

namespace LiveStyle.Train.Training;

/// <summary>What a network sees of a training crop, and which part of it is judged.</summary>
/// <param name="network">That learns; borrowed.</param>
internal abstract class CropView(PyramidNetwork network)
{
    /// <summary>That learns.</summary>
    protected PyramidNetwork Network => network;

    /// <summary>What the network makes of a photo before it paints it.</summary>
    /// <param name="photo">Float32 [1, 3, S, S], RGB, normalised: the whole crop. Borrowed.</param>
    public abstract Tensor Encode(Tensor photo);

    /// <summary>The painting of what was kept of a crop.</summary>
    /// <param name="features">From <see cref="Encode"/>. Borrowed.</param>
    /// <returns>Float32 [1, 3, K, K], RGB, 0..1 with some overshoot.</returns>
    public abstract Tensor Decode(Tensor features);

    /// <summary>Of anything in the size of the crop the part that is painted.</summary>
    /// <param name="picture">[N, C, S, S]. Borrowed.</param>
    /// <returns>[N, C, K, K].</returns>
    public abstract Tensor Kept(Tensor picture);

    /// <summary>Of features the part that is painted.</summary>
    /// <returns>Float32 [N, C, K/4, K/4].</returns>
    public abstract Tensor KeptFeatures(Tensor features);

    /// <summary>What is to be imitated, without noise: so an imitator learns to see through the noise.</summary>
    /// <param name="photo">Float32 [1, 3, S, S], RGB, normalised: the whole crop. Borrowed.</param>
    /// <returns>Float32 [1, 3, K, K], RGB, 0..1, outside the autograd graph; <see langword="null"/> if there is nobody to be imitated.</returns>
    public virtual Tensor? Target(Tensor photo) => null;

    /// <summary>Draws what the loss network is to judge this time.</summary>
    /// <returns>Cuts it out of anything in the size of the painting.</returns>
    public abstract Func<Tensor, Tensor> Window();
}
