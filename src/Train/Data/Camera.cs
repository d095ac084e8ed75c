using LiveStyle.Train.Motion;
using static TorchSharp.torch;

namespace LiveStyle.Train.Data;

/// <summary>An ordinary camera: soft, noisy, compressed. What a style network meets in use, and no training photo shows.</summary>
/// <param name="Blur">Strength of a 3x3 blur, 0 to 1: a webcam's lens.</param>
/// <param name="Noise">Of the sensor.</param>
/// <param name="JpegQuality">1 to 100 for a camera that sends JPEG; 0: none.</param>
public sealed record Camera(double Blur, SensorNoise Noise, int JpegQuality)
{
    /// <summary>Half of them good ones, the others worse in one way or another.</summary>
    public static Camera Draw(Random random) => new(
        random.NextDouble() < 0.7 ? 0 : random.NextDouble(),
        SensorNoise.Draw(random),
        random.NextDouble() < 0.75 ? 0 : random.Next(35, 95));

    /// <summary>Takes a picture.</summary>
    /// <param name="scene">Float32 [N, 3, S, S], RGB, about 0..1. Borrowed.</param>
    /// <param name="random">Decides the noise.</param>
    /// <returns>Float32 [N, 3, S, S], RGB; with JPEG clamped to 0..1.</returns>
    public Tensor Take(Tensor scene, Random random)
    {
        using TorchSharp.DisposeScope scope = NewDisposeScope();
        Tensor seen = scene;
        if (Blur > 0) seen = seen * (1 - Blur) + nn.functional.avg_pool2d(nn.functional.pad(seen, [1, 1, 1, 1], TorchSharp.PaddingModes.Reflect), [3L, 3L], [1L, 1L]) * Blur;
        seen = Noise.Add(seen, random);
        if (JpegQuality > 0)
            seen = cat([.. Enumerable.Range(0, (int)seen.shape[0]).Select(index => Pictures.DecodeJpeg(Pictures.EncodeJpeg(seen.narrow(0, index, 1), JpegQuality)))], 0);
        return seen.alias().MoveToOuterDisposeScope();
    }
}
