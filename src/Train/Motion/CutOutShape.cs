using TorchSharp;
using static TorchSharp.torch;

namespace LiveStyle.Train.Motion;

/// <summary>A soft-edged blob that moves before a background: an ellipse whose radius waves with the angle. Known at every point, as motions
/// are, so it can be drawn wherever it has moved to.</summary>
public sealed class CutOutShape
{
    private const double Softness = 1.5; // pixels from inside to outside, as a lens in focus has
    private const int Lobes = 3;

    private readonly double _centerX, _centerY, _radiusX, _radiusY;
    private readonly (double Depth, double Phase)[] _lobes;

    /// <param name="size">Pixels of the frame's shorter side: the blob covers 3 to 25 % of the frame, and its middle is inside.</param>
    /// <param name="random">Decides place and form.</param>
    public CutOutShape(double size, Random random)
    {
        (_radiusX, _radiusY) = (size * (0.1 + 0.18 * random.NextDouble()), size * (0.1 + 0.18 * random.NextDouble()));
        (_centerX, _centerY) = (size * 0.7 * (random.NextDouble() - 0.5), size * 0.7 * (random.NextDouble() - 0.5));
        _lobes = [.. Enumerable.Range(0, Lobes).Select(_ => (0.15 * random.NextDouble(), 2 * Math.PI * random.NextDouble()))];
    }

    /// <summary>How much of each pixel the blob covers.</summary>
    /// <param name="motion">From the frame where the blob is at its place to the one that is drawn.</param>
    /// <param name="height">Rows of the frame.</param>
    /// <param name="width">Columns of the frame.</param>
    /// <returns>Float32 [1, 1, height, width], 0..1, at the edge in between.</returns>
    public Tensor Coverage(IMotion motion, int height, int width)
    {
        using DisposeScope scope = NewDisposeScope();
        Points at = motion.Source(Points.Of(height, width));
        Tensor x = (at.X - _centerX) / _radiusX;
        Tensor y = (at.Y - _centerY) / _radiusY;
        Tensor radius = (x.square() + y.square()).sqrt() + 1e-6;
        Tensor outline = Outline(x / radius, y / radius);
        Tensor outside = (radius - outline) * Math.Min(_radiusX, _radiusY); // pixels, nearly
        return (0.5 - outside / Softness).clamp(0, 1).unsqueeze(0).unsqueeze(0).MoveToOuterDisposeScope();
    }

    /// <summary>The outline's radius in a direction: 1 plus waves of two, three and four lobes.</summary>
    /// <param name="cosine">Float32 [H, W], of the direction.</param>
    /// <param name="sine">Float32 [H, W], of the direction.</param>
    private Tensor Outline(Tensor cosine, Tensor sine)
    {
        Tensor outline = ones_like(cosine);
        (Tensor real, Tensor imaginary) = (cosine, sine); // of exp(i n angle)
        foreach ((double depth, double phase) in _lobes)
        {
            (real, imaginary) = (real * cosine - imaginary * sine, real * sine + imaginary * cosine);
            outline = outline + (real * Math.Cos(phase) - imaginary * Math.Sin(phase)) * depth;
        }
        return outline;
    }
}
