namespace LiveStyle.Train.Drawing;

/// <summary>One stone of a mosaic: a rectangle with round corners, a little askew.</summary>
/// <param name="Region">The thing it is part of; it is cut where that ends.</param>
/// <param name="X">Centre, in pixels.</param>
/// <param name="Y">Centre, in pixels.</param>
/// <param name="Angle">Of its length, in radians.</param>
/// <param name="HalfLength">Pixels.</param>
/// <param name="HalfWidth">Pixels.</param>
/// <param name="Skew">Of its short sides.</param>
/// <param name="Taper">How much wider one end is than the other.</param>
/// <param name="Color">Of its middle.</param>
/// <param name="Tilt">How it catches the light, -1 to 1.</param>
internal sealed record Stone(int Region, float X, float Y, float Angle, float HalfLength, float HalfWidth, float Skew, float Taper, Rgb Color, float Tilt)
{
    /// <summary>A pixel in the stone's own directions, in half lengths and half widths: both in -1..1 inside.</summary>
    public (float Along, float Across) Place(float x, float y)
    {
        (float right, float down) = (x - X, y - Y);
        float along = right * MathF.Cos(Angle) + down * MathF.Sin(Angle);
        float across = down * MathF.Cos(Angle) - right * MathF.Sin(Angle);
        return ((along + Skew * across) / HalfLength, across / (HalfWidth * (1 + Taper * along / HalfLength)));
    }

    /// <summary>How far out a pixel is: 0 in the middle, 1 on the edge.</summary>
    public float Metric(float x, float y)
    {
        (float along, float across) = Place(x, y);
        return MathF.Sqrt(MathF.Sqrt(MathF.Sqrt(Eighth(along * along) + Eighth(across * across))));
    }

    private static float Eighth(float squared) => squared * squared * (squared * squared);
}
