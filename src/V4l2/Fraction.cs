namespace LiveStyle.V4l2;

/// <summary><c>struct v4l2_fract</c>; as a frame interval, in seconds.</summary>
internal struct Fraction
{
    public uint Numerator;
    public uint Denominator;
}
