using LiveStyle.Frames;

namespace LiveStyle.Pipeline.Tests;

public class AllocationTests
{
    [Fact(Timeout = 60_000)]
    public async Task A_frame_costs_no_managed_memory()
    {
        const int WarmUp = 500, Frames = 5000;
        var options = new PipelineOptions();
        using var pool = new FramePool(options.FramesHeld(1));
        ThreadAllocation capture = new(WarmUp, Frames - 1), stylize = new(WarmUp, Frames - 1), render = new(WarmUp, Frames - 1);
        using var sink = new CollectingSink(frame => render.At(frame.Stamp.Index));
        sink.Indices.EnsureCapacity(Frames);
        var source = new PatientSource(new ScriptedSource(pool, Frames, capture.At));
        var pipeline = new FramePipeline(source, [new HookTransform(frame => stylize.At(frame.Stamp.Index))], sink, options);

        await pipeline.RunAsync(CancellationToken.None, CancellationToken.None);

        const long Measured = Frames - 1 - WarmUp; // a lock that is contended for the first time allocates once: not a byte a frame
        Assert.Equal((0, 0, 0), (capture.Bytes / Measured, stylize.Bytes / Measured, render.Bytes / Measured));
    }

    /// <summary>What one stage's own thread allocates between two frames: the test host's threads allocate whenever they like.</summary>
    private sealed class ThreadAllocation(long first, long last)
    {
        private long _before;

        public long Bytes { get; private set; }

        public void At(long index)
        {
            if (index == first) _before = GC.GetAllocatedBytesForCurrentThread();
            if (index == last) Bytes = GC.GetAllocatedBytesForCurrentThread() - _before;
        }
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
