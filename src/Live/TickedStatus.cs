using LiveStyle.Pipeline;

namespace LiveStyle.Live;

/// <summary>The part of <see cref="LiveStatus"/> that is taken once a second.</summary>
/// <param name="Seconds">Since the start of the run.</param>
/// <param name="FramesPerSecond">Emitted, over the last second.</param>
/// <param name="Latency">Of the frames of the last second in which there were any.</param>
/// <param name="Stages">In the order of the data flow.</param>
/// <param name="Cores">That the process kept busy.</param>
internal sealed record TickedStatus(double Seconds, double FramesPerSecond, LatencyMilliseconds Latency, IReadOnlyList<StageStatus> Stages, double Cores);
