using LiveStyle.Frames;

namespace LiveStyle.Pipeline.Tests;

public class AllocationTests
{
    /// <summary>The whole program may take 1 KB a frame; the pipeline's own share is the frame object and little else.</summary>
    [Fact(Timeout = 60_000)]
    public async Task A_frame_costs_less_than_200_bytes_of_managed_memory()
    {
        const int WarmUp = 500, Frames = 5000;
        var options = new PipelineOptions();
        using var pool = new FramePool(options.FramesHeld(1));
        long before = 0, after = 0;
        using var sink = new CollectingSink(frame =>
        {
            if (frame.Stamp.Index == WarmUp) before = GC.GetTotalAllocatedBytes(precise: true);
            if (frame.Stamp.Index == Frames - 1) after = GC.GetTotalAllocatedBytes(precise: true);
        });
        sink.Indices.EnsureCapacity(Frames);
        var pipeline = new FramePipeline(new PatientSource(new ScriptedSource(pool, Frames)), [new HookTransform(_ => { })], sink, options);

        await pipeline.RunAsync(CancellationToken.None, CancellationToken.None);

        double each = (after - before) / (double)(Frames - 1 - WarmUp);
        Assert.True(each < 200, $"{each:F0} bytes a frame");
    }

    /// <summary>Lets the others run before each frame, so that every stage waits again and again: waiting must not allocate either.</summary>
    private sealed class PatientSource(ScriptedSource source) : IFrameSource
    {
        public SourceInfo Info { get; } = source.Info;

        public Frame? Read(CancellationToken cancellationToken)
        {
            Thread.SpinWait(2000);
            return source.Read(cancellationToken);
        }

        public void Dispose() => source.Dispose();
    }
}
