namespace LiveStyle.Pipeline.Tests;

public class LatencyTests
{
    [Fact(Timeout = 20_000)]
    public async Task Latency_runs_from_capture_to_the_sink_and_percentiles_are_exact_to_a_few_percent()
    {
        var clock = new StepClock();
        var options = new PipelineOptions { Time = clock };
        using var pool = new Frames.FramePool(options.FramesHeld(0));
        var source = new ScriptedSource(pool, 100);
        // Frame n is given a latency of n + 1 milliseconds, whatever the threads do.
        using var sink = new CollectingSink(frame => frame.Stamp = frame.Stamp with
        {
            CapturedAt = clock.GetElapsedTime(0) - TimeSpan.FromMilliseconds(frame.Stamp.Index + 1),
        });

        PipelineReport report = await new FramePipeline(source, [], sink, options).RunAsync(CancellationToken.None, CancellationToken.None);

        Assert.InRange(report.Latency.P50.TotalMilliseconds, 50 * 0.97, 50 * 1.03);
        Assert.InRange(report.Latency.P95.TotalMilliseconds, 95 * 0.97, 95 * 1.03);
        Assert.InRange(report.Latency.P99.TotalMilliseconds, 99 * 0.97, 99 * 1.03);
    }

    /// <summary>A clock that stands still at one hour.</summary>
    private sealed class StepClock : TimeProvider
    {
        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => TimeSpan.TicksPerHour;
    }
}
