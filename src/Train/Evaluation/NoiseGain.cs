using LiveStyle.Train.Motion;
using TorchSharp;
using static TorchSharp.torch;

namespace LiveStyle.Train.Evaluation;

/// <summary>How much a style makes of a camera's noise: a still picture with fresh noise (deviation 2/255) in each frame; the mean standard
/// deviation of a pixel over time, painted divided by unpainted. 1: no more than the camera has.</summary>
public static class NoiseGain
{
    private const int Frames = 16;
    private static readonly SensorNoise Noise = new(2.0 / 255, 0);

    /// <param name="painter">What is evaluated.</param>
    /// <param name="pictures">Float32 [1, 3, H, W] each, RGB, 0..1; at least one.</param>
    /// <param name="stop">Ends with an exception between two frames.</param>
    public static double Of(IFramePainter painter, IReadOnlyList<Tensor> pictures, CancellationToken stop)
    {
        (double painted, double plain) = (0, 0);
        foreach (Tensor picture in pictures)
        {
            using DisposeScope scope = NewDisposeScope();
            Random random = new(1);
            List<Tensor> inputs = [];
            List<Tensor> outputs = [];
            for (int frame = 0; frame < Frames; frame++)
            {
                stop.ThrowIfCancellationRequested();
                inputs.Add(FramePixels.Rounded(Noise.Add(picture, random)));
                outputs.Add(painter.Paint(inputs[^1], begins: frame == 0));
            }
            plain += MeanDeviation(inputs);
            painted += MeanDeviation(outputs);
        }
        return painted / plain;
    }

    private static double MeanDeviation(List<Tensor> frames) => cat(frames, 0).std(0).mean().item<float>();
}
