using LiveStyle.Pipeline;

namespace LiveStyle.Cli.Video;

/// <summary>Capture to emitted, in milliseconds: what half, 95 % and 99 % of the frames did not exceed.</summary>
internal sealed record LatencyMilliseconds(double P50, double P95, double P99)
{
    public static LatencyMilliseconds Of(LatencySummary latency) =>
        new(Round(latency.P50), Round(latency.P95), Round(latency.P99));

    private static double Round(TimeSpan time) => Math.Round(time.TotalMilliseconds, 1);
}
