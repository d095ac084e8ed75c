namespace LiveStyle.Pipeline;

/// <summary>Time from a frame's capture until the sink had taken it, over all frames, to 2.2 %.</summary>
/// <param name="P50">Half of the frames were this quick.</param>
/// <param name="P95">95 of 100.</param>
/// <param name="P99">99 of 100.</param>
public readonly record struct LatencySummary(TimeSpan P50, TimeSpan P95, TimeSpan P99);
