using static TorchSharp.torch;

namespace LiveStyle.Train.Motion;

/// <summary>Every part moves a little differently, as cloth, water and faces do: a sum of plane waves with random directions, known at every
/// point.</summary>
public sealed class SmoothField : IMotion
{
    private const int Waves = 4;
    private const double ShortestWave = 60; // pixels: with at most 4 pixels of motion, neighbours keep their order

    private readonly Wave[] _waves;

    /// <param name="largest">Pixels that no point moves beyond, in x and in y.</param>
    /// <param name="random">Decides directions, lengths and phases.</param>
    public SmoothField(double largest, Random random)
    {
        Largest = largest;
        _waves = [.. Enumerable.Range(0, Waves).Select(_ => Wave.Random(largest / Waves, random))];
    }

    /// <summary>Pixels that no point moves beyond, in x and in y.</summary>
    public double Largest { get; }

    /// <inheritdoc/>
    public Points Source(Points points)
    {
        (Tensor x, Tensor y) = (points.X, points.Y);
        foreach (Wave wave in _waves)
        {
            Tensor phase = points.X * wave.PerX + points.Y * wave.PerY;
            x = x + (phase + wave.PhaseX).sin() * wave.Amplitude;
            y = y + (phase + wave.PhaseY).sin() * wave.Amplitude;
        }
        return new Points(x, y);
    }

    /// <param name="PerX">Radians a pixel to the right.</param>
    /// <param name="PerY">Radians a pixel down.</param>
    /// <param name="PhaseX">Radians at the centre, for the motion in x.</param>
    /// <param name="PhaseY">Radians at the centre, for the motion in y.</param>
    /// <param name="Amplitude">Pixels.</param>
    private sealed record Wave(double PerX, double PerY, double PhaseX, double PhaseY, double Amplitude)
    {
        public static Wave Random(double amplitude, Random random)
        {
            double perPixel = 2 * Math.PI / (ShortestWave * (1 + 3 * random.NextDouble()));
            (double sine, double cosine) = Math.SinCos(2 * Math.PI * random.NextDouble());
            return new Wave(perPixel * cosine, perPixel * sine, 2 * Math.PI * random.NextDouble(), 2 * Math.PI * random.NextDouble(), amplitude);
        }
    }
}
