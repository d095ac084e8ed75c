using LiveStyle.Frames;

namespace LiveStyle.Pipeline.Tests;

public class StopAndCancelTests
{
    private static readonly PipelineOptions Options = new();

    [Fact(Timeout = 20_000)]
    public async Task A_graceful_stop_finishes_what_is_under_way_and_completes_the_sink()
    {
        using var pool = new FramePool(Options.FramesHeld(1));
        using var stop = new CancellationTokenSource();
        using var sink = new CollectingSink(frame =>
        {
            if (frame.Stamp.Index == 10) stop.Cancel();
        });
        var pipeline = new FramePipeline(new ScriptedSource(pool, int.MaxValue), [new HookTransform(_ => { })], sink, Options);

        PipelineReport report = await pipeline.RunAsync(stop.Token, CancellationToken.None);

        Assert.True(report.Stopped);
        Assert.True(sink.Completed);
        Assert.Equal(report.Frames.Captured, report.Frames.Emitted); // nothing that was captured is lost
        Assert.Equal(Enumerable.Range(0, sink.Indices.Count).Select(i => (long)i), sink.Indices);
        Assert.Equal(0, pool.Outstanding);
    }

    [Fact(Timeout = 20_000)]
    public async Task A_graceful_stop_wakes_a_source_that_waits()
    {
        using var pool = new FramePool(1);
        using var stop = new CancellationTokenSource();
        using Frame hostage = pool.Rent(new FrameFormat(4, 4), default, CancellationToken.None); // the source's rent never succeeds
        using var sink = new CollectingSink();
        Task<PipelineReport> run = new FramePipeline(new ScriptedSource(pool, 10), [], sink, Options).RunAsync(stop.Token, CancellationToken.None);

        await stop.CancelAsync();
        PipelineReport report = await run;

        Assert.True(sink.Completed);
        Assert.Equal(0, report.Frames.Captured);
    }

    [Fact(Timeout = 20_000)]
    public async Task Cancelling_ends_at_once_and_leaves_the_sink_uncompleted()
    {
        using var pool = new FramePool(Options.FramesHeld(1));
        using var cancel = new CancellationTokenSource();
        using var sink = new CollectingSink(frame =>
        {
            if (frame.Stamp.Index == 10) cancel.Cancel();
        });
        var pipeline = new FramePipeline(new ScriptedSource(pool, int.MaxValue), [new HookTransform(_ => { })], sink, Options);

        await Assert.ThrowsAsync<OperationCanceledException>(() => pipeline.RunAsync(CancellationToken.None, cancel.Token));

        Assert.False(sink.Completed);
        Assert.Equal(0, pool.Outstanding);
        FrameCounts frames = pipeline.Report().Frames;
        Assert.True(frames.Balanced, $"{frames}");
        Assert.Equal(0, frames.Failed);
    }

    [Fact(Timeout = 20_000)]
    public async Task A_failure_after_the_cancellation_is_its_consequence()
    {
        using var pool = new FramePool(Options.FramesHeld(0));
        using var cancel = new CancellationTokenSource();
        using var sink = new CollectingSink(_ =>
        {
            cancel.Cancel();
            throw new MediaUnwritableException("out.mp4", "the encoder was ended");
        });
        var pipeline = new FramePipeline(new ScriptedSource(pool, 10), [], sink, Options);

        await Assert.ThrowsAsync<OperationCanceledException>(() => pipeline.RunAsync(CancellationToken.None, cancel.Token));
    }
}
