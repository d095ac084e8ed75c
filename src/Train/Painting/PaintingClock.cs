using System.Diagnostics;

namespace LiveStyle.Train.Painting;

/// <summary>Says how long a painting takes yet: a step costs as much as its size has pixels.</summary>
/// <param name="pixels">At each size, coarse to fine.</param>
/// <param name="iterations">Steps at each size.</param>
internal sealed class PaintingClock(IReadOnlyList<long> pixels, int iterations)
{
    private readonly Stopwatch _clock = Stopwatch.StartNew();

    public TimeSpan Elapsed => _clock.Elapsed;

    /// <summary>The time after some steps at one of the sizes.</summary>
    public (TimeSpan Elapsed, TimeSpan? Remaining) At(int scale, int iteration)
    {
        double all = pixels.Sum() * (double)iterations;
        double done = pixels.Take(scale).Sum() * (double)iterations + pixels[scale] * (double)iteration;
        TimeSpan elapsed = _clock.Elapsed;
        return (elapsed, done > 0 ? elapsed * ((all - done) / done) : null);
    }
}
