namespace LiveStyle.Train.Drawing;

/// <summary>One touch of a wet brush.</summary>
/// <param name="X">Middle, in pixels.</param>
/// <param name="Y">Middle, in pixels.</param>
/// <param name="Angle">Of its length, in radians.</param>
/// <param name="Length">Half of it, in pixels.</param>
/// <param name="Number">Tells its outline from that of others.</param>
internal readonly record struct BrushStroke(float X, float Y, float Angle, float Length, int Number)
{
    private const float Slim = 0.36f; // width over length

    /// <summary>Reach from the middle, in pixels.</summary>
    public int Reach => (int)(1.4f * Length) + 1;

    /// <summary>How far out a pixel is: 0 in the middle, 1 about on the edge.</summary>
    public float Metric(int x, int y, Noise noise)
    {
        (float right, float down) = (x - X, y - Y);
        float along = (right * MathF.Cos(Angle) + down * MathF.Sin(Angle)) / Length;
        float across = (down * MathF.Cos(Angle) - right * MathF.Sin(Angle)) / (Length * Slim);
        across += 0.35f * (along * along - 0.4f) * (Number % 2 == 0 ? 1 : -1); // a wrist turns
        float ragged = 1 + 0.3f * noise.Fractal(3.2f * right / Length + Number, 3.2f * down / Length, 2);
        return MathF.Sqrt(MathF.Pow(MathF.Abs(along), 2.6f) + across * across) / ragged;
    }
}
