using TorchSharp;
using static TorchSharp.torch;

namespace LiveStyle.Train.Motion;

/// <summary>Noise as a camera's sensor has it: the deviation of a pixel of value x is <c>sqrt(Read^2 + Shot^2 x)</c>.</summary>
/// <param name="Read">Standard deviation in the dark, in 0..1: the amplifier's part. A good webcam in daylight: 0.004.</param>
/// <param name="Shot">What light adds, as the standard deviation at white, in 0..1: photons come one by one. By daylight 0.01, at night 0.05.</param>
public sealed record SensorNoise(double Read, double Shot)
{
    /// <summary>From a good camera by day to a bad one at night, most often near the former.</summary>
    public static SensorNoise Draw(Random random)
    {
        double darkness = random.NextDouble() * random.NextDouble();
        return new SensorNoise(0.02 * darkness, 0.05 * darkness);
    }

    /// <summary>Adds fresh noise. Seeds torch's one random generator from <paramref name="random"/>.</summary>
    /// <param name="picture">Float32 [N, C, H, W], about 0..1.</param>
    /// <param name="random">Decides the noise.</param>
    /// <returns>Float32 [N, C, H, W], not clamped.</returns>
    public Tensor Add(Tensor picture, Random random)
    {
        using DisposeScope scope = NewDisposeScope();
        manual_seed(random.Next());
        Tensor deviation = (picture.clamp(0, 1) * (Shot * Shot) + Read * Read).sqrt();
        return (picture + randn_like(picture) * deviation).MoveToOuterDisposeScope();
    }
}
