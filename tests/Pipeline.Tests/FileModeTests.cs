using LiveStyle.Frames;

namespace LiveStyle.Pipeline.Tests;

public class FileModeTests
{
    private static readonly PipelineOptions Options = new();

    [Theory(Timeout = 20_000)]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3)]
    public async Task Every_frame_arrives_once_and_in_order(int transforms)
    {
        using var pool = new FramePool(Options.FramesHeld(transforms));
        using var sink = new CollectingSink();
        int touched = 0;
        IFrameTransform[] chain = [.. Enumerable.Range(0, transforms).Select(_ => new HookTransform(_ => Interlocked.Increment(ref touched)))];

        PipelineReport report = await Run(new ScriptedSource(pool, 500), chain, sink);

        Assert.Equal(Enumerable.Range(0, 500).Select(i => (long)i), sink.Indices);
        Assert.True(sink.Completed);
        Assert.Equal(500 * transforms, touched);
        Assert.Equal(new FrameCounts { Captured = 500, Stylized = 500, Emitted = 500 }, report.Frames);
        Assert.Equal(transforms + 2, report.Stages.Count);
        Assert.All(report.Stages, stage => Assert.Equal((500, 0), (stage.Frames, stage.Dropped)));
        Assert.Equal(0, pool.Outstanding);
    }

    [Fact(Timeout = 20_000)]
    public async Task A_source_without_frames_completes_the_sink()
    {
        using var pool = new FramePool(1);
        using var sink = new CollectingSink();

        PipelineReport report = await Run(new ScriptedSource(pool, 0), [], sink);

        Assert.True(sink.Completed);
        Assert.Equal(default, report.Frames);
        Assert.Equal(default, report.Latency);
    }

    [Fact(Timeout = 20_000)]
    public async Task A_pool_of_one_frame_is_slow_but_loses_nothing()
    {
        using var pool = new FramePool(1);
        using var sink = new CollectingSink();

        await Run(new ScriptedSource(pool, 100), [new HookTransform(_ => { })], sink);

        Assert.Equal(100, sink.Indices.Count);
    }

    /// <summary>Proof without a clock: each stage waits inside until all three are inside, each with a frame of its own.</summary>
    [Fact(Timeout = 20_000)]
    public async Task Capture_stylize_and_render_work_at_the_same_time()
    {
        const int Frames = 50;
        using var pool = new FramePool(Options.FramesHeld(1));
        using var together = new Barrier(3);
        void Meet(bool takesPart)
        {
            if (takesPart && !together.SignalAndWait(TimeSpan.FromSeconds(10))) throw new TimeoutException("The other stages did not come.");
        }

        var source = new ScriptedSource(pool, Frames, index => Meet(index is >= 2 and < Frames)); // frame n + 2
        using var transform = new HookTransform(frame => Meet(frame.Stamp.Index is >= 1 and < Frames - 1)); // frame n + 1
        using var sink = new CollectingSink(frame => Meet(frame.Stamp.Index is < Frames - 2)); // frame n

        await Run(source, [transform], sink);

        Assert.Equal(Frames - 2, together.CurrentPhaseNumber);
        Assert.Equal(Frames, sink.Indices.Count);
    }

    [Fact(Timeout = 20_000)]
    public async Task A_pipeline_runs_once()
    {
        using var pool = new FramePool(1);
        var pipeline = new FramePipeline(new ScriptedSource(pool, 1), [], new CollectingSink(), Options);
        await pipeline.RunAsync(CancellationToken.None, CancellationToken.None);

        await Assert.ThrowsAsync<InvalidOperationException>(() => pipeline.RunAsync(CancellationToken.None, CancellationToken.None));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(17)]
    public void A_queue_length_out_of_range_is_refused(int length)
    {
        using var pool = new FramePool(1);
        Assert.Throws<ArgumentException>(() =>
            new FramePipeline(new ScriptedSource(pool, 1), [], new CollectingSink(), new PipelineOptions { QueueLength = length }));
    }

    private static Task<PipelineReport> Run(ScriptedSource source, IFrameTransform[] transforms, CollectingSink sink) =>
        new FramePipeline(source, transforms, sink, Options).RunAsync(CancellationToken.None, CancellationToken.None);
}
