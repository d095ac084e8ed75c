using TorchSharp;
using static TorchSharp.torch;

namespace LiveStyle.Train.Evaluation;

/// <summary>How much line a picture has: the mean length of the gradient of its grey value, from each pixel to the next, in 0..1 a pixel. A blur
/// lowers it, so it tells whether steadiness was bought by blurring.</summary>
public static class MeanGradient
{
    /// <param name="picture">Float32 [1, 3, H, W], RGB, 0..1.</param>
    public static double Of(Tensor picture)
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor grey = picture[0, 0] * 0.299 + picture[0, 1] * 0.587 + picture[0, 2] * 0.114;
        (long height, long width) = (grey.shape[0] - 1, grey.shape[1] - 1);
        Tensor here = grey.narrow(0, 0, height).narrow(1, 0, width);
        Tensor right = grey.narrow(0, 0, height).narrow(1, 1, width) - here;
        Tensor down = grey.narrow(0, 1, height).narrow(1, 0, width) - here;
        return (right.square() + down.square()).sqrt().mean().item<float>();
    }
}
