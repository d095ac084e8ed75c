namespace LiveStyle.Live;

/// <summary>One stage over the last second.</summary>
/// <param name="Name">capture, stylize, render.</param>
/// <param name="FramesPerSecond">Frames that it finished.</param>
/// <param name="Milliseconds">Its mean time for a frame.</param>
/// <param name="Cores">Cores that its threads kept busy, those of the network included: 1 is one whole core. Child processes don't count.</param>
/// <param name="Dropped">Frames of it that a newer one replaced, since the start.</param>
public sealed record StageStatus(string Name, double FramesPerSecond, double Milliseconds, double Cores, long Dropped);
