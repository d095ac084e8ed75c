using LiveStyle.Cli.Doctor;
using LiveStyle.Pipeline;

namespace LiveStyle.Cli.Bench;

/// <summary>Every figure of <c>livestyle bench</c>, from one run on one machine.</summary>
internal sealed record BenchReport
{
    public required MachineInfo Machine { get; init; }

    /// <summary>Processes that wanted a core in the minute before, besides this one: figures of a busy machine are worth little.</summary>
    public required double LoadBefore { get; init; }

    public required string Style { get; init; }

    public required int Parameters { get; init; }

    public required string Tier { get; init; }

    public required string Precision { get; init; }

    public required string Device { get; init; }

    public required string VideoSize { get; init; }

    /// <summary>Bare decoding, each part alone.</summary>
    public required PartCost Decode { get; init; }

    /// <summary>Bare inference.</summary>
    public required PartCost Infer { get; init; }

    /// <summary>Bare encoding of stylized frames, the encoder process included.</summary>
    public required PartCost Encode { get; init; }

    /// <summary>Frames of the end-to-end run, with sound copied.</summary>
    public required long Frames { get; init; }

    public required double EndToEndFramesPerSecond { get; init; }

    /// <summary>Cores divided by the CPU seconds a frame of the three parts.</summary>
    public double IdealFramesPerSecond => Math.Round(1000 * Machine.Cores / (Decode.CpuMs + Infer.CpuMs + Encode.CpuMs), 2);

    /// <summary>End to end divided by ideal.</summary>
    public double Ratio => Math.Round(EndToEndFramesPerSecond / IdealFramesPerSecond, 3);

    /// <summary>Managed memory a frame over the whole process, in steady state.</summary>
    public required double AllocatedBytesPerFrame { get; init; }

    /// <summary>Resident memory at the end of the run.</summary>
    public required double MemoryMiB { get; init; }

    /// <summary>What it grew by over <see cref="MemoryFrames"/>.</summary>
    public required double MemoryGrowthMiB { get; init; }

    public required long MemoryFrames { get; init; }

    public required LatencyMilliseconds LatencyMs { get; init; }

    public override string ToString() => $"""
        LiveStyle {Machine.Version}
        {Machine}; load before: {LoadBefore:0.0}
        style {Style}, {Tier} in {Precision} ({Parameters:N0} parameters), on the device {Device}, video {VideoSize}, {Frames} frames with sound

        alone, a frame       CPU ms   wall ms
          decode            {Decode.CpuMs,7:0.00}   {Decode.WallMs,7:0.00}
          infer             {Infer.CpuMs,7:0.00}   {Infer.WallMs,7:0.00}
          encode            {Encode.CpuMs,7:0.00}   {Encode.WallMs,7:0.00}

        end to end           {EndToEndFramesPerSecond:0.0} frames/s
        ideal                {IdealFramesPerSecond:0.0} frames/s ({Machine.Cores} cores / CPU seconds of the three parts)
        ratio                {Ratio:0.00}
        latency              p50 {LatencyMs.P50:0} ms, p95 {LatencyMs.P95:0} ms, p99 {LatencyMs.P99:0} ms
        managed memory       {AllocatedBytesPerFrame:0} bytes a frame
        resident memory      {MemoryMiB:0} MiB, grew by {MemoryGrowthMiB:0.0} MiB over {MemoryFrames} frames
        """;
}
