using LiveStyle.Pipeline;

namespace LiveStyle.Live;

/// <summary>What a live run did in all.</summary>
/// <param name="Source">What was captured.</param>
/// <param name="Frames">Where every frame went.</param>
/// <param name="Elapsed">Time since the run began.</param>
/// <param name="Latency">Capture to emitted, over all outputs.</param>
/// <param name="Outputs">What each output did.</param>
public sealed record LiveReport(string Source, FrameCounts Frames, TimeSpan Elapsed, LatencySummary Latency, IReadOnlyList<BranchReport> Outputs);
