namespace LiveStyle.Live;

/// <summary>One stage over the last second.</summary>
/// <param name="Name">capture, stylize, render.</param>
/// <param name="FramesPerSecond">Frames that it finished.</param>
/// <param name="Milliseconds">Its mean time for a frame.</param>
/// <param name="Dropped">Frames of it that a newer one replaced, since the start.</param>
public sealed record StageStatus(string Name, double FramesPerSecond, double Milliseconds, long Dropped);
