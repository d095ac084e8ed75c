namespace LiveStyle.Pipeline;

/// <summary>What one stage did.</summary>
/// <param name="Name">"capture", "stylize" (numbered if there are several), "render".</param>
/// <param name="Frames">Frames that it finished.</param>
/// <param name="Busy">Time inside the source, transform or sink; waiting for neighbours does not count.</param>
/// <param name="Dropped">Live: frames that it finished and that a newer one replaced before the next stage took them.</param>
public sealed record StageReport(string Name, long Frames, TimeSpan Busy, long Dropped);
