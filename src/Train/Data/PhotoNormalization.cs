using LiveStyle.Stylize;
using static TorchSharp.torch;

namespace LiveStyle.Train.Data;

/// <summary>The training side of <see cref="FrameNormalization"/>: brings a photo to the brightness and contrast that networks are trained for.</summary>
public static class PhotoNormalization
{
    /// <summary>What every network of ours is trained with.</summary>
    public static FrameNormalization Standard { get; } = new(Mean: 0.5f, Deviation: 0.22f, Floor: 0.05f);

    /// <param name="photo">Float32 [N, 3, H, W], RGB, 0..1; each picture is normalised by its own statistics.</param>
    /// <param name="normalization">What to bring it to.</param>
    /// <returns>Float32 [N, 3, H, W], RGB, about 0..1 but not clamped.</returns>
    public static Tensor Apply(Tensor photo, FrameNormalization normalization)
    {
        using TorchSharp.DisposeScope scope = NewDisposeScope();
        Tensor grey = photo.narrow(1, 0, 1) * 0.299 + photo.narrow(1, 1, 1) * 0.587 + photo.narrow(1, 2, 1) * 0.114;
        Tensor mean = grey.mean([2, 3], true);
        Tensor deviation = (grey - mean).square().mean([2, 3], true).sqrt();
        return ((photo - mean) / (deviation + normalization.Floor) * normalization.Deviation + normalization.Mean).MoveToOuterDisposeScope();
    }
}
