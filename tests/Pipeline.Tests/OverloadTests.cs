using LiveStyle.Frames;

namespace LiveStyle.Pipeline.Tests;

/// <summary>An hour of a source that delivers three times what can be painted, on a clock of its own: seconds.</summary>
/// <remarks>The same by a real clock and with a real network is bench/LiveSoak.</remarks>
public sealed class OverloadTests
{
    private const int Frames = 108_000;
    private static readonly FrameRate Rate = new(30, 1);
    private static readonly TimeSpan LeastWork = TimeSpan.FromMilliseconds(80), MostWork = TimeSpan.FromMilliseconds(120);

    [Fact(Timeout = 120_000)]
    public async Task Latency_is_flat_over_an_hour_of_threefold_overload()
    {
        var time = new SimulatedTime(workers: 2); // the source and the painter
        var options = new PipelineOptions { Mode = PipelineMode.Live, QueueLength = 1, Time = time };
        using var pool = new FramePool(options.FramesHeld(1));
        using var source = new PacedSource(pool, time);
        using var shown = new SemaphoreSlim(1);
        List<double> latencies = [];
        int mostFrames = 0;
        using var sink = new CollectingSink(frame =>
        {
            latencies.Add((time.Now() - frame.Stamp.CapturedAt).TotalMilliseconds);
            shown.Release();
        });
        var random = new Random(1);
        using var painter = new HookTransform(_ =>
        {
            shown.Wait(); // what was painted before is shown: showing takes no time on this clock
            mostFrames = Math.Max(mostFrames, pool.Outstanding);
            time.WaitUntil(time.Now() + LeastWork + (random.NextDouble() * (MostWork - LeastWork)));
        });

        PipelineReport report = await new FramePipeline(source, [painter], sink, options).RunAsync(CancellationToken.None, CancellationToken.None);

        Assert.InRange(report.Elapsed, TimeSpan.FromHours(1), TimeSpan.FromHours(1) + (2 * MostWork)); // two pictures may be left at the end
        Assert.True(report.Frames.Balanced, $"{report.Frames}");
        Assert.Equal((Frames, 0, 0), (report.Frames.Captured, report.Frames.Skipped, report.Frames.Failed));
        Assert.InRange((double)report.Frames.Captured / report.Frames.Stylized, 2.9, 3.1);
        Assert.InRange(mostFrames, 1, options.FramesHeld(1));
        Assert.Equal(0, pool.Outstanding);
        latencies.RemoveAt(latencies.Count - 1); // the last picture: none came to take its place while it waited
        Assert.InRange(latencies.Max(), 0, (MostWork + Rate.Interval).TotalMilliseconds); // the work, and never more than one interval of waiting
        Assert.InRange(SlopeAnHour(latencies), -1, 1);
    }

    /// <summary>By least squares, in milliseconds an hour.</summary>
    private static double SlopeAnHour(List<double> latencies)
    {
        double middle = (latencies.Count - 1) / 2.0, mean = latencies.Average();
        double together = latencies.Select((latency, at) => (at - middle) * (latency - mean)).Sum();
        double spread = Enumerable.Range(0, latencies.Count).Sum(at => (at - middle) * (at - middle));
        return together / spread * latencies.Count;
    }

    private sealed class PacedSource(FramePool pool, SimulatedTime time) : IFrameSource
    {
        private long _next;

        public SourceInfo Info { get; } = new() { Name = "camera", Format = new FrameFormat(4, 4), Rate = Rate, IsLive = true };

        public Frame? Read(CancellationToken cancellationToken)
        {
            if (_next == Frames)
            {
                time.Leave();
                return null;
            }

            TimeSpan due = Rate.TimeAt(_next);
            time.WaitUntil(due);
            return pool.Rent(Info.Format, new FrameStamp(_next++, due, time.Now()), cancellationToken);
        }

        public void Dispose()
        {
        }
    }
}
