using TorchSharp;
using static TorchSharp.torch;

namespace LiveStyle.Train.Evaluation;

/// <summary>How far two networks of one style are from each other, such as the one of eight bits and the one of floats.</summary>
/// <param name="Other">Whom it is compared with.</param>
/// <param name="Psnr">Peak signal to noise ratio over all photos, in dB: <c>10 log10(1 / mean squared difference)</c>. Above 30 it is hard to see.</param>
/// <param name="StyleRatio">Mean style loss divided by the other's; <see langword="null"/> without a loss network.</param>
public sealed record PrecisionDifference(string Other, double Psnr, double? StyleRatio)
{
    /// <summary>Highest figure that is given, for pictures that are equal.</summary>
    public const double EqualPsnr = 99;

    /// <param name="painter">What is evaluated.</param>
    /// <param name="other">What it is compared with.</param>
    /// <param name="photos">Float32 [1, 3, H, W] each, RGB, 0..1.</param>
    /// <param name="stop">Ends with an exception between two photos.</param>
    public static double PsnrOf(IFramePainter painter, IFramePainter other, IReadOnlyList<Tensor> photos, CancellationToken stop)
    {
        double sum = 0;
        foreach (Tensor photo in photos)
        {
            stop.ThrowIfCancellationRequested();
            using DisposeScope scope = NewDisposeScope();
            sum += (painter.Paint(photo, begins: true) - other.Paint(photo, begins: true)).square().mean().item<float>();
        }
        return sum > 0 ? Math.Min(EqualPsnr, -10 * Math.Log10(sum / photos.Count)) : EqualPsnr;
    }
}
