namespace LiveStyle.Pipeline;

/// <summary>A <see cref="LatencySummary"/> as reports print it: in milliseconds, to tenths.</summary>
/// <param name="P50">Half of the frames were this quick.</param>
/// <param name="P95">95 of 100.</param>
/// <param name="P99">99 of 100.</param>
public sealed record LatencyMilliseconds(double P50, double P95, double P99)
{
    /// <summary>Rounded.</summary>
    public static LatencyMilliseconds Of(LatencySummary latency) => new(Rounded(latency.P50), Rounded(latency.P95), Rounded(latency.P99));

    private static double Rounded(TimeSpan time) => Math.Round(time.TotalMilliseconds, 1);
}
