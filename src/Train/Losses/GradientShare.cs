using TorchSharp;
using static TorchSharp.torch;

namespace LiveStyle.Train.Losses;

/// <summary>How hard style and content pull at a picture: what weights have to even out, since it differs from painting to painting and
/// from loss network to loss network by more than the losses themselves do.</summary>
internal static class GradientShare
{
    /// <summary>The style loss's pull over the content loss's, at pictures that are half photo and half painting, where neither has won.</summary>
    /// <param name="judge">Borrowed.</param>
    /// <param name="painting">Float32 [1, 3, H, W], RGB, 0..1. Borrowed.</param>
    /// <param name="photos">Float32 [1, 3, H, W] each, RGB, 0..1; at least one.</param>
    /// <returns>Ratio of the root mean squares of the gradients, mean over photos.</returns>
    public static double StyleOverContent(PerceptualLoss judge, Tensor painting, IEnumerable<Tensor> photos)
    {
        List<double> ratios = [];
        foreach (Tensor photo in photos)
        {
            using DisposeScope scope = NewDisposeScope();
            Tensor fitted = nn.functional.interpolate(painting, [photo.shape[2], photo.shape[3]], null, InterpolationMode.Bilinear, false);
            Tensor between = (photo + fitted) * 0.5;
            Tensor target = judge.ContentTarget(photo);
            double style = Pull(between, picture => judge.StyleLosses(judge.Features(picture)).Aggregate((sum, layer) => sum + layer) / judge.StyleLayers.Count);
            double content = Pull(between, picture => judge.ContentLoss(judge.Features(picture), target));
            ratios.Add(style / content);
        }
        return ratios.Average();
    }

    private static double Pull(Tensor at, Func<Tensor, Tensor> loss)
    {
        Tensor picture = at.detach().requires_grad_();
        loss(picture).backward();
        return Math.Sqrt(picture.grad!.square().mean().item<float>());
    }
}
