namespace LiveStyle.Pipeline;

/// <summary>How far a run is. Cheap to take: for progress displays that ask now and then.</summary>
/// <param name="Frames">Where the frames went.</param>
/// <param name="Elapsed">Time since the run began.</param>
public readonly record struct PipelineSnapshot(FrameCounts Frames, TimeSpan Elapsed);
