using System.Globalization;
using LiveStyle.Cli.Doctor;
using LiveStyle.Pipeline;

namespace LiveStyle.Cli.Bench;

/// <summary>Every figure of <c>livestyle bench --live</c>.</summary>
internal sealed record LiveBenchReport
{
    public required MachineInfo Machine { get; init; }

    /// <summary>Processes that wanted a core in the minute before, besides this one.</summary>
    public required double LoadBefore { get; init; }

    public required string Style { get; init; }

    public required string Tier { get; init; }

    public required string VideoSize { get; init; }

    /// <summary>Of the source.</summary>
    public required double FramesPerSecondAsked { get; init; }

    public required double Seconds { get; init; }

    public required FrameCounts Frames { get; init; }

    /// <summary>Frames that were not shown though they were new, of 100 captured.</summary>
    public double DroppedPercent => Math.Round(100.0 * (Frames.Dropped + Frames.DroppedAtOutput) / Math.Max(Frames.Captured, 1), 2);

    public double FramesPerSecond => Math.Round(Frames.Emitted / Seconds, 2);

    /// <summary>Capture until the last output had taken the frame.</summary>
    public required LatencyMilliseconds LatencyMs { get; init; }

    /// <summary>Mean time of painting a frame.</summary>
    public required double PaintMs { get; init; }

    /// <summary>Mean number of frames that were painted at the same time.</summary>
    public required double FramesAtOnce { get; init; }

    /// <summary>One frame interval plus the painting: what the latency should stay below at p95.</summary>
    public double LatencyBoundMs => Math.Round((1000 / FramesPerSecondAsked) + PaintMs, 1);

    /// <summary>By how much the p95 of a second grows, by a straight line through all seconds.</summary>
    public required double LatencyGrowthMsAnHour { get; init; }

    /// <summary>From the start of the process to the first frame shown.</summary>
    public double FirstFrameSeconds { get; init; }

    /// <summary>Managed memory a frame over the whole process, the figures of each second included.</summary>
    public required double AllocatedBytesPerFrame { get; init; }

    /// <summary>Resident memory at the end.</summary>
    public required double MemoryMiB { get; init; }

    /// <summary>What it grew by since the first tenth of the run.</summary>
    public required double MemoryGrowthMiB { get; init; }

    /// <summary>Mean cores that the process kept busy.</summary>
    public required double Cores { get; init; }

    public required IReadOnlyList<BranchReport> Outputs { get; init; }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"""
        LiveStyle {Machine.Version}
        {Machine}; load before: {LoadBefore:0.0}
        style {Style}, {Tier}, live pictures of {VideoSize} at {FramesPerSecondAsked:0.##} frames/s for {Seconds:0} s

        shown                {FramesPerSecond:0.0} frames/s, {DroppedPercent:0.00} % dropped
        frames               {Frames.Captured} captured = {Frames.Stylized} stylized + {Frames.Dropped} dropped + {Frames.Skipped} skipped + {Frames.Failed} failed
        latency              p50 {LatencyMs.P50:0.0} ms, p95 {LatencyMs.P95:0.0} ms, p99 {LatencyMs.P99:0.0} ms; an interval and the painting: {LatencyBoundMs:0.0} ms
        latency grows by     {LatencyGrowthMsAnHour:0.0} ms an hour
        painting             {PaintMs:0.0} ms a frame, {FramesAtOnce:0.##} at once; {Cores:0.00} cores in all
        first frame          {FirstFrameSeconds:0.00} s after the start
        managed memory       {AllocatedBytesPerFrame:0} bytes a frame
        resident memory      {MemoryMiB:0} MiB, grew by {MemoryGrowthMiB:0.0} MiB
        """);
}
