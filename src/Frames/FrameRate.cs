namespace LiveStyle.Frames;

/// <summary>Frames a second as the exact fraction that containers store: 30000/1001.</summary>
/// <param name="Numerator">At least 1.</param>
/// <param name="Denominator">At least 1.</param>
public readonly record struct FrameRate(int Numerator, int Denominator)
{
    /// <summary>The fraction of a number that somebody typed or a driver said: exact for whole ones, else to a thousandth.</summary>
    /// <param name="perSecond">Frames a second, above 0.</param>
    public static FrameRate Of(double perSecond) =>
        perSecond == Math.Floor(perSecond) ? new FrameRate((int)perSecond, 1) : new FrameRate((int)Math.Round(perSecond * 1000), 1000);

    /// <summary>Frames a second.</summary>
    public double PerSecond => (double)Numerator / Denominator;

    /// <summary>Time from one frame to the next.</summary>
    public TimeSpan Interval => TimeAt(1);

    /// <summary>Presentation time of frame <paramref name="index"/> at a constant rate.</summary>
    public TimeSpan TimeAt(long index) => new((long)Math.Round((decimal)index * TimeSpan.TicksPerSecond * Denominator / Numerator));

    /// <summary>The form ffmpeg takes: <c>30000/1001</c>.</summary>
    public override string ToString() => $"{Numerator}/{Denominator}";
}
