namespace LiveStyle.Train.Drawing;

/// <summary>Pigment on paper: how much of each colour of light it swallows, pixel by pixel. Layers add up, as glazes do.</summary>
/// <param name="size">Pixels a side.</param>
/// <param name="noise">Decides the paper and how washes dry.</param>
internal sealed class PigmentLayer(int size, Noise noise)
{
    private readonly Canvas _swallowed = new(size); // natural logarithm of the share of light that is lost
    private readonly Plane _grain = Plane.Of(size, (x, y) =>
        0.65f * noise.Fractal(130f * x / size, 130f * y / size, 3) + 0.35f * noise.At(330f * x / size, 330f * y / size));

    /// <summary>A large wash.</summary>
    /// <param name="wet">0..1 a pixel.</param>
    /// <param name="color">Of white paper under it at a density of 1.</param>
    /// <param name="density">Of its middle.</param>
    public void Wash(Plane wet, Func<float, float, Rgb> color, float density)
    {
        Plane inner = wet.Blurred(size / 110f);
        Parallel.For(0, size, y =>
        {
            for (int x = 0; x < size; x++)
            {
                if (wet[x, y] <= 0.003f) continue;
                (float u, float v) = ((float)x / size, (float)y / size);
                float rim = 1.3f * wet[x, y] * Math.Max(0, wet[x, y] - inner[x, y]);
                float pool = 0.75f * noise.Fractal(5 * u, 5 * v, 3); // where it is thin, paper shines through
                float bloom = noise.Fractal(4.2f * u + 40, 4.2f * v, 2); // a backrun: water flows back and leaves a line
                float back = 0.5f * MathF.Exp(-MathF.Pow((bloom - 0.22f) * 26, 2)) - (bloom > 0.22f ? 0.22f : 0);
                Add(x, y, color(x, y), density * wet[x, y] * Math.Max(0.08f, 1 + pool + back + rim));
            }
        });
    }

    /// <summary>A stroke on dry paint, kept inside of a wash.</summary>
    public void Stroke(BrushStroke stroke, Plane wash, Rgb color, float density)
    {
        for (int y = Math.Max(0, (int)stroke.Y - stroke.Reach); y <= Math.Min(size - 1, (int)stroke.Y + stroke.Reach); y++)
            for (int x = Math.Max(0, (int)stroke.X - stroke.Reach); x <= Math.Min(size - 1, (int)stroke.X + stroke.Reach); x++)
            {
                float from = stroke.Metric(x, y, noise);
                if (from >= 1.05f) continue;
                float inside = Math.Clamp((1.05f - from) * 9, 0, 1);
                float rim = MathF.Exp(-MathF.Pow((from - 0.93f) * 9, 2));
                float dry = stroke.Number % 5 == 0 ? Math.Clamp(1.2f + 3.5f * _grain[x, y], 0, 1) : 1; // a dry brush skips the hollows
                Add(x, y, color, density * dry * wash[x, y] * inside * (0.55f + 0.85f * rim));
            }
    }

    /// <summary>The dried picture.</summary>
    public Canvas On(Rgb paper) => Canvas.Of(size, (x, y) =>
    {
        Rgb lost = _swallowed[x, y] * (1 + 0.34f * _grain[x, y]); // pigment settles in the hollows of the paper
        float relief = 1 + 0.05f * (_grain.Near(x - 1, y - 1) - _grain[x, y]);
        return new Rgb(MathF.Exp(-lost.R), MathF.Exp(-lost.G), MathF.Exp(-lost.B)) * paper * relief;
    });

    private void Add(int x, int y, Rgb color, float density) =>
        _swallowed[x, y] += new Rgb(-MathF.Log(color.R), -MathF.Log(color.G), -MathF.Log(color.B)) * density;
}
