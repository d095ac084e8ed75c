namespace LiveStyle.Frames;

/// <summary>Where a frame stands in its stream, and when it came.</summary>
/// <param name="Index">Number of the frame in its source, from 0.</param>
/// <param name="PresentationTime">
/// Media time at which the frame is shown, from the start of the source's time line. For a file it is the file's own time stamp:
/// kept, never computed from a frame rate.
/// </param>
/// <param name="CapturedAt">When the source had the frame, on the clock that all stages share: the base of every latency.</param>
public readonly record struct FrameStamp(long Index, TimeSpan PresentationTime, TimeSpan CapturedAt);
