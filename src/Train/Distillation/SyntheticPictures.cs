using static TorchSharp.torch;

namespace LiveStyle.Train.Distillation;

/// <summary>Pictures that no camera takes: noise of any grain, gratings of any direction, flat colours. A loss network that knows only
/// photographs is fooled by these.</summary>
internal static class SyntheticPictures
{
    /// <summary>One picture.</summary>
    /// <returns>Float32 [1, 3, side, side], RGB, 0..1, owned by the caller or its dispose scope.</returns>
    public static Tensor Take(int side, Random random)
    {
        Tensor pattern = random.Next(2) == 0 ? Noise(side, random) : Grating(side, random); // about 0, most within -1..1
        Tensor color = rand(1, 3, 1, 1);
        Tensor contrast = random.Next(3) == 0 ? rand(1, 1, 1, 1).expand(1, 3, 1, 1) : rand(1, 3, 1, 1);
        Tensor fine = randn(1, 3, side, side) * (0.1 * random.NextDouble() * random.NextDouble());
        return (color + pattern * contrast * 0.5 + fine).clamp(0, 1);
    }

    /// <summary>Coarse noise, smoothly or sharply enlarged.</summary>
    private static Tensor Noise(int side, Random random)
    {
        int cells = (int)Math.Round(Math.Exp(random.NextDouble() * Math.Log(side)));
        Tensor coarse = randn(1, 3, cells, cells) * 0.5;
        return random.Next(2) == 0
            ? nn.functional.interpolate(coarse, [side, side], null, InterpolationMode.Bilinear, false)
            : nn.functional.interpolate(coarse, [side, side], null, InterpolationMode.Nearest);
    }

    /// <summary>A sine wave of any direction, up to the finest that pixels can show.</summary>
    private static Tensor Grating(int side, Random random)
    {
        double angle = random.NextDouble() * Math.Tau;
        double frequency = Math.PI * Math.Pow(random.NextDouble(), 2); // radians a pixel
        Tensor along = arange(side).to_type(ScalarType.Float32).view(1, 1, 1, side) * (frequency * Math.Cos(angle));
        Tensor down = arange(side).to_type(ScalarType.Float32).view(1, 1, side, 1) * (frequency * Math.Sin(angle));
        Tensor wave = (along + down).sin();
        return random.Next(2) == 0 ? wave : wave.sign();
    }
}
