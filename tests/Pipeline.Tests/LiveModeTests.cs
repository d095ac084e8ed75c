using LiveStyle.Frames;

namespace LiveStyle.Pipeline.Tests;

public class LiveModeTests
{
    private static readonly PipelineOptions Live = new() { Mode = PipelineMode.Live, QueueLength = 1 };

    [Fact(Timeout = 20_000)]
    public async Task Slow_sink_drops_oldest_frames_and_keeps_none()
    {
        using var pool = new FramePool(Live.FramesHeld(1));
        using var stylizedAll = new ManualResetEventSlim();
        using var sink = new CollectingSink(_ => stylizedAll.Wait()); // busy with its first frame until the source has ended
        using var transform = new HookTransform(frame =>
        {
            if (frame.Stamp.Index == 99) stylizedAll.Set();
        });

        PipelineReport report = await new FramePipeline(new ScriptedSource(pool, 100), [transform], sink, Live)
            .RunAsync(CancellationToken.None, CancellationToken.None);

        FrameCounts frames = report.Frames;
        Assert.Equal(99, sink.Indices[^1]); // the newest always arrives
        Assert.Equal(sink.Indices.Order(), sink.Indices);
        Assert.True(frames.Dropped + frames.DroppedAtOutput >= 96, $"{frames}"); // at most: one in the sink, one in each queue, the last
        Assert.True(frames.Balanced, $"{frames}");
        Assert.Equal(frames.Dropped, report.Stages[0].Dropped);
        Assert.Equal(frames.DroppedAtOutput, report.Stages[1].Dropped);
        Assert.Equal(100, frames.Captured);
        Assert.Equal(frames.Emitted, sink.Indices.Count);
        Assert.Equal(0, pool.Outstanding);
    }

    [Fact(Timeout = 20_000)]
    public async Task Slow_transform_makes_capture_drop_and_never_wait()
    {
        const int Frames = 100;
        using var pool = new FramePool(Live.FramesHeld(1));
        using var capturedAll = new ManualResetEventSlim();
        var source = new ScriptedSource(pool, Frames, index =>
        {
            if (index == Frames) capturedAll.Set();
        });
        using var sink = new CollectingSink();
        int before = 0;
        using var transform = new HookTransform(_ =>
        {
            capturedAll.Wait(); // would hang if capture waited for it
            SpinWait.SpinUntil(() => sink.Indices.Count >= before); // else the output's queue might drop the one before, too
            before++;
        });

        PipelineReport report = await new FramePipeline(source, [transform], sink, Live).RunAsync(CancellationToken.None, CancellationToken.None);

        Assert.Equal(Frames - 1, sink.Indices[^1]);
        Assert.InRange(sink.Indices.Count, 1, 2);
        Assert.Equal(Frames, report.Frames.Captured);
        Assert.Equal(Frames - sink.Indices.Count, report.Frames.Dropped);
        Assert.Equal(0, pool.Outstanding);
    }

    [Fact(Timeout = 20_000)]
    public async Task Frames_that_show_nothing_new_are_skipped_and_counted()
    {
        using var pool = new FramePool(Live.FramesHeld(2));
        using var first = new EverySecond();
        using var second = new HookTransform(_ => { });
        using var sink = new CollectingSink();
        var options = Live with { Mode = PipelineMode.File };

        PipelineReport report = await new FramePipeline(new ScriptedSource(pool, 100), [first, second], sink, options)
            .RunAsync(CancellationToken.None, CancellationToken.None);

        Assert.Equal((100, 50, 50, 50), (report.Frames.Captured, report.Frames.Stylized, report.Frames.Skipped, report.Frames.Emitted));
        Assert.True(report.Frames.Balanced);
        Assert.All(sink.Indices, index => Assert.Equal(0, index % 2));
        Assert.Equal(0, pool.Outstanding);
    }

    private sealed class EverySecond : IFrameTransform
    {
        public bool TransformInPlace(Frame frame, CancellationToken cancellationToken) => frame.Stamp.Index % 2 == 0;

        public void Dispose()
        {
        }
    }
}
