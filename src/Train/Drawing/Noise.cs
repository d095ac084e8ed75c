namespace LiveStyle.Train.Drawing;

/// <summary>Smooth randomness over the plane: gradient noise (Perlin 2002) from hashed corners, so that it needs no table and every point
/// can be asked on its own.</summary>
/// <param name="seed">Decides the whole plane.</param>
internal sealed class Noise(int seed)
{
    private static readonly (float Right, float Down)[] Directions =
        [.. Enumerable.Range(0, 64).Select(index => (MathF.Cos(index * MathF.Tau / 64), MathF.Sin(index * MathF.Tau / 64)))];

    /// <summary>One size of bumps, a unit apart; -1..1, about 0.</summary>
    public float At(float x, float y)
    {
        (int left, int top) = ((int)MathF.Floor(x), (int)MathF.Floor(y));
        (float u, float v) = (x - left, y - top);
        float above = Mix(Corner(left, top, u, v), Corner(left + 1, top, u - 1, v), Ease(u));
        float below = Mix(Corner(left, top + 1, u, v - 1), Corner(left + 1, top + 1, u - 1, v - 1), Ease(u));
        return Math.Clamp(1.5f * Mix(above, below, Ease(v)), -1, 1);
    }

    /// <summary>Several sizes of bumps, each half as large as the one before; about -1..1.</summary>
    public float Fractal(float x, float y, int octaves)
    {
        (float sum, float weight, float total) = (0, 1, 0);
        for (int octave = 0; octave < octaves; octave++)
        {
            sum += weight * At(x + 17.3f * octave, y - 9.1f * octave);
            total += weight;
            (x, y, weight) = (2 * x, 2 * y, 0.5f * weight);
        }

        return 1.4f * sum / total;
    }

    private float Corner(int x, int y, float u, float v)
    {
        (float right, float down) = Directions[Hash(x, y) >> 26];
        return right * u + down * v;
    }

    private uint Hash(int x, int y)
    {
        uint h = unchecked((uint)x * 0x9E3779B1u ^ (uint)y * 0x85EBCA77u ^ (uint)seed * 0xC2B2AE3Du);
        h = unchecked((h ^ h >> 15) * 0x2C1B3C6Du);
        h = unchecked((h ^ h >> 12) * 0x297A2D39u);
        return h ^ h >> 15;
    }

    private static float Ease(float t) => t * t * t * (t * (t * 6 - 15) + 10);

    private static float Mix(float a, float b, float share) => a + (b - a) * share;
}
