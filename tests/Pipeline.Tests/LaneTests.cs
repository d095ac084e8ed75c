using LiveStyle.Frames;

namespace LiveStyle.Pipeline.Tests;

public class LaneTests
{
    private static readonly PipelineOptions Options = new();

    [Theory(Timeout = 20_000)]
    [InlineData(2)]
    [InlineData(5)]
    public async Task Frames_are_transformed_at_once_and_arrive_in_order(int lanes)
    {
        using var together = new Barrier(lanes);
        const int Rounds = 40;
        using var transform = new LaneTransform(lanes, frame =>
        {
            Thread.SpinWait((int)(frame.Stamp.Index * 7919 % 5000));
            if (!together.SignalAndWait(TimeSpan.FromSeconds(10))) throw new TimeoutException("The other lanes did not come.");
        });
        using var pool = new FramePool(Options.FramesHeld(transform));
        using var sink = new CollectingSink();

        PipelineReport report = await Run(pool, lanes * Rounds, transform, sink);

        Assert.Equal(Enumerable.Range(0, lanes * Rounds).Select(i => (long)i), sink.Indices);
        Assert.Equal(sink.Indices, transform.Finished);
        Assert.Equal(lanes, transform.MostAtOnce);
        Assert.Equal((lanes * Rounds, 0), (report.Stages[1].Frames, report.Stages[1].Dropped));
        Check(pool, transform);
    }

    [Fact(Timeout = 20_000)]
    public async Task A_pool_of_one_frame_is_slow_but_loses_nothing()
    {
        using var transform = new LaneTransform(4, _ => { });
        using var pool = new FramePool(1);
        using var sink = new CollectingSink();

        await Run(pool, 100, transform, sink);

        Assert.Equal(100, sink.Indices.Count);
        Check(pool, transform);
    }

    [Theory(Timeout = 20_000)]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_failure_is_the_runs_however_many_frames_are_under_way(bool atBegin)
    {
        void Fail(Frame frame)
        {
            if (frame.Stamp.Index == 30) throw new StressFailureException();
        }

        using var transform = new LaneTransform(3, atBegin ? _ => { } : Fail, atBegin ? Fail : null);
        using var pool = new FramePool(Options.FramesHeld(transform));
        using var sink = new CollectingSink();
        var pipeline = new FramePipeline(new ScriptedSource(pool, 1000), [transform], sink, Options);

        await Assert.ThrowsAsync<StressFailureException>(() => pipeline.RunAsync(CancellationToken.None, CancellationToken.None));

        Assert.False(sink.Completed);
        Assert.Equal(1, pipeline.Report().Frames.Failed);
        Assert.True(pipeline.Report().Frames.Balanced);
        Check(pool, transform);
    }

    [Fact(Timeout = 20_000)]
    public async Task A_frame_that_comes_late_goes_on_without_waiting_for_the_next()
    {
        using var arrived = new SemaphoreSlim(0);
        using var transform = new LaneTransform(3, _ => { });
        using var pool = new FramePool(Options.FramesHeld(transform));
        using var sink = new CollectingSink(_ => arrived.Release());
        var source = new ScriptedSource(pool, 10, index =>
        {
            if (index > 0 && !arrived.Wait(TimeSpan.FromSeconds(10))) throw new TimeoutException("The frame before did not arrive.");
        });

        await new FramePipeline(source, [transform], sink, Options).RunAsync(CancellationToken.None, CancellationToken.None);

        Assert.Equal(10, sink.Indices.Count);
    }

    [Fact(Timeout = 20_000)]
    public async Task One_by_one_and_abreast_may_alternate()
    {
        int asked = 0;
        using var transform = new LaneTransform(3, frame => Thread.SpinWait((int)(frame.Stamp.Index * 7919 % 50_000)), mostUnderWay: () => asked++ / 7 % 2 == 0 ? 1 : 3);
        using var pool = new FramePool(Options.FramesHeld(transform));
        using var sink = new CollectingSink();

        await Run(pool, 500, transform, sink);

        Assert.Equal(Enumerable.Range(0, 500).Select(i => (long)i), sink.Indices);
        Assert.Equal(sink.Indices, transform.Finished);
        Assert.InRange(transform.MostAtOnce, 2, 3);
        Check(pool, transform);
    }

    [Fact(Timeout = 20_000)]
    public async Task Live_the_newest_frame_is_begun_when_a_lane_is_free()
    {
        var live = new PipelineOptions { Mode = PipelineMode.Live, QueueLength = 1 };
        using var first = new ManualResetEventSlim();
        using var transform = new LaneTransform(2, _ => first.Wait(TimeSpan.FromSeconds(10)), mostUnderWay: () => 2);
        using var pool = new FramePool(live.FramesHeld(transform) + 1);
        using var sink = new CollectingSink();
        var source = new ScriptedSource(pool, 8, index =>
        {
            if (index is 1 or 2) SpinWait.SpinUntil(() => transform.Open == index, TimeSpan.FromSeconds(10)); // the one before is under way
            if (index == 7) first.Set();
        });

        PipelineReport report = await new FramePipeline(source, [transform], sink, live).RunAsync(CancellationToken.None, CancellationToken.None);

        Assert.Equal([0L, 1L], transform.Finished.Take(2));
        Assert.True(transform.Finished[2] >= 6, $"{transform.Finished[2]} is older than the newest");
        Assert.True(report.Frames.Balanced);
        Check(pool, transform);
    }

    private static Task<PipelineReport> Run(FramePool pool, int frames, LaneTransform transform, CollectingSink sink) =>
        new FramePipeline(new ScriptedSource(pool, frames), [transform], sink, Options).RunAsync(CancellationToken.None, CancellationToken.None);

    private static void Check(FramePool pool, LaneTransform transform)
    {
        Assert.Empty(transform.Misuse);
        Assert.Equal((0, 0), (pool.Outstanding, transform.Open));
    }
}
