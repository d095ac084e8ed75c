using TorchSharp;
using static TorchSharp.torch;

namespace LiveStyle.Train.Motion;

/// <summary>A photo larger than the frame that looks at its middle, so that a moved frame sees real pixels and no border.</summary>
/// <param name="Photo">Float32 [1, C, H, W], any range; borrowed.</param>
public sealed record PhotoLayer(Tensor Photo)
{
    /// <summary>Pixels that a frame of this size may look beyond its own edge, in x and in y, without leaving the photo.</summary>
    public double Margin(int height, int width) =>
        Math.Min((Photo.shape[2] - height) / 2, (Photo.shape[3] - width) / 2) - SharpSampling.Reach;

    /// <summary>What a still frame sees.</summary>
    /// <returns>Float32 [1, C, height, width], the photo's own pixels: a view of <see cref="Photo"/>.</returns>
    public Tensor Still(int height, int width) =>
        Photo.narrow(2, (Photo.shape[2] - height) / 2, height).narrow(3, (Photo.shape[3] - width) / 2, width);

    /// <summary>What a moved frame sees.</summary>
    /// <param name="motion">From the still frame to the one that is wanted.</param>
    /// <param name="height">Rows of the frame.</param>
    /// <param name="width">Columns of the frame.</param>
    /// <returns>Float32 [1, C, height, width], sampled without blur.</returns>
    public Tensor Moved(IMotion motion, int height, int width)
    {
        using DisposeScope scope = NewDisposeScope();
        Points seen = motion.Source(Points.Of(height, width));
        Tensor x = seen.X + (Photo.shape[3] - width) / 2 + (width - 1) / 2.0;
        Tensor y = seen.Y + (Photo.shape[2] - height) / 2 + (height - 1) / 2.0;
        return SharpSampling.At(Photo, x, y).MoveToOuterDisposeScope();
    }
}
