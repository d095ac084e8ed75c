using LiveStyle.Frames;

namespace LiveStyle.Pipeline.Tests;

public class FailureTests
{
    private static readonly PipelineOptions Options = new();

    [Theory(Timeout = 20_000)]
    [InlineData("source")]
    [InlineData("transform")]
    [InlineData("sink")]
    public async Task A_failing_stage_ends_all_and_surfaces(string stage)
    {
        var broken = new MediaUnreadableException("clip.mp4", "it breaks off");
        void FailAt(string here, long index)
        {
            if (here == stage && index == 20) throw broken;
        }

        using var pool = new FramePool(Options.FramesHeld(1));
        using var sink = new CollectingSink(frame => FailAt("sink", frame.Stamp.Index));
        using var transform = new HookTransform(frame => FailAt("transform", frame.Stamp.Index));
        var pipeline = new FramePipeline(new ScriptedSource(pool, int.MaxValue, index => FailAt("source", index)), [transform], sink, Options);

        var thrown = await Assert.ThrowsAsync<MediaUnreadableException>(() => pipeline.RunAsync(CancellationToken.None, CancellationToken.None));

        Assert.Same(broken, thrown);
        Assert.False(sink.Completed);
        Assert.Equal(0, pool.Outstanding);
        FrameCounts frames = pipeline.Report().Frames;
        Assert.True(frames.Balanced, $"{frames}");
        Assert.Equal(stage == "transform" ? 1 : 0, frames.Failed);
    }

    [Fact(Timeout = 20_000)]
    public async Task A_stage_that_cancels_itself_has_failed()
    {
        using var pool = new FramePool(Options.FramesHeld(1));
        using var transform = new HookTransform(_ => throw new OperationCanceledException("its own time limit"));
        using var sink = new CollectingSink();
        var pipeline = new FramePipeline(new ScriptedSource(pool, 10), [transform], sink, Options);

        await Assert.ThrowsAsync<OperationCanceledException>(() => pipeline.RunAsync(CancellationToken.None, CancellationToken.None));

        Assert.False(sink.Completed);
        Assert.Equal(1, pipeline.Report().Frames.Failed);
    }

    [Fact(Timeout = 20_000)]
    public async Task A_stage_that_blocks_is_cancelled_by_the_failure_of_another()
    {
        using var pool = new FramePool(Options.FramesHeld(1));
        using var transform = new HookTransform((_, cancellationToken) => cancellationToken.WaitHandle.WaitOne());
        var source = new ScriptedSource(pool, 10, index =>
        {
            if (index == 3) throw new BackendUnavailableException("the decoder", "it is gone");
        });
        var pipeline = new FramePipeline(source, [transform], new CollectingSink(), Options);

        await Assert.ThrowsAsync<BackendUnavailableException>(() => pipeline.RunAsync(CancellationToken.None, CancellationToken.None));

        Assert.Equal(0, pool.Outstanding);
    }
}
