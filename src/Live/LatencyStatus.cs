namespace LiveStyle.Live;

/// <summary>Capture to emitted, in milliseconds.</summary>
/// <param name="P50">Half of the frames were this quick.</param>
/// <param name="P95">95 of 100.</param>
/// <param name="P99">99 of 100.</param>
public sealed record LatencyStatus(double P50, double P95, double P99);
