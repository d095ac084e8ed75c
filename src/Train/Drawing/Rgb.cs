using System.Globalization;

namespace LiveStyle.Train.Drawing;

/// <summary>A colour: red, green and blue in 0..1 as they stand in a picture file.</summary>
internal readonly record struct Rgb(float R, float G, float B)
{
    /// <summary>Brightness in 0..1, ITU-R BT.709.</summary>
    public float Luma => 0.2126f * R + 0.7152f * G + 0.0722f * B;

    /// <summary>From six hexadecimal digits: E2A13C.</summary>
    public static Rgb Hex(string digits)
    {
        int value = int.Parse(digits, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        return new Rgb(value >> 16, value >> 8 & 255, value & 255) * (1f / 255);
    }

    /// <summary>This colour at 0, <paramref name="other"/> at 1 and beyond.</summary>
    public Rgb To(Rgb other, float share)
    {
        float s = Math.Clamp(share, 0, 1);
        return this * (1 - s) + other * s;
    }

    /// <summary>How unlike two colours look: luma counts most.</summary>
    public float Distance(Rgb other)
    {
        (float r, float g, float b, float light) = (R - other.R, G - other.G, B - other.B, Luma - other.Luma);
        return r * r + g * g + b * b + 2 * light * light;
    }

    public static Rgb operator *(Rgb color, float factor) => new(color.R * factor, color.G * factor, color.B * factor);

    public static Rgb operator *(Rgb a, Rgb b) => new(a.R * b.R, a.G * b.G, a.B * b.B);

    public static Rgb operator +(Rgb a, Rgb b) => new(a.R + b.R, a.G + b.G, a.B + b.B);
}
