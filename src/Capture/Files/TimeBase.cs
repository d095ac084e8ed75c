namespace LiveStyle.Capture.Files;

/// <summary>How long one tick of a stream's time stamps is, in seconds: 1/90000.</summary>
/// <param name="Numerator">At least 1.</param>
/// <param name="Denominator">At least 1.</param>
internal readonly record struct TimeBase(int Numerator, int Denominator)
{
    /// <summary>The time of a stamp, to 100 ns.</summary>
    public TimeSpan TimeOf(long ticks)
    {
        Int128 twice = 2 * (Int128)ticks * TimeSpan.TicksPerSecond * Numerator + Denominator;
        return new TimeSpan((long)Floor(twice, 2 * (Int128)Denominator));
    }

    /// <summary>The smallest stamp whose time is not before <paramref name="time"/>.</summary>
    public long FirstAt(TimeSpan time)
    {
        long ticks = Nearest(time);
        while (TimeOf(ticks) < time) ticks++;
        while (TimeOf(ticks - 1) >= time) ticks--;
        return ticks;
    }

    /// <summary>The stamp that is nearest to a time.</summary>
    public long Nearest(TimeSpan time)
    {
        Int128 unit = (Int128)TimeSpan.TicksPerSecond * Numerator;
        return (long)Floor(2 * (Int128)time.Ticks * Denominator + unit, 2 * unit);
    }

    /// <summary>The form ffmpeg takes: <c>1/90000</c>.</summary>
    public override string ToString() => $"{Numerator}/{Denominator}";

    private static Int128 Floor(Int128 numerator, Int128 denominator)
    {
        Int128 quotient = numerator / denominator;
        return numerator < 0 && quotient * denominator != numerator ? quotient - 1 : quotient;
    }
}
