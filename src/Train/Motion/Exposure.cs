using TorchSharp;
using static TorchSharp.torch;

namespace LiveStyle.Train.Motion;

/// <summary>A change of light, or of what the camera's automatic makes of it: x' = Gain * x^Gamma + Offset.</summary>
/// <param name="Gain">1: as it is.</param>
/// <param name="Offset">In 0..1; 0: as it is.</param>
/// <param name="Gamma">1: as it is; larger darkens the middle tones.</param>
public sealed record Exposure(double Gain, double Offset, double Gamma)
{
    /// <summary>What changes from one frame to the next at most: 4 % of gain, 2 % of offset, 3 % of gamma.</summary>
    public static Exposure Draw(Random random) =>
        new(1 + 0.04 * Signed(random), 0.02 * Signed(random), 1 + 0.03 * Signed(random));

    /// <param name="picture">Float32 [N, C, H, W], about 0..1; what is below 0 stays as it is under the gamma.</param>
    /// <returns>Float32 [N, C, H, W], not clamped: gradients and a later noise are to see what is beyond.</returns>
    public Tensor Apply(Tensor picture)
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor curved = picture.clamp(1e-4).pow(Gamma) + (picture - picture.clamp(1e-4));
        return (curved * Gain + Offset).MoveToOuterDisposeScope();
    }

    private static double Signed(Random random) => 2 * random.NextDouble() - 1;
}
