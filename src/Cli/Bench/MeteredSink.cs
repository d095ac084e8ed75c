using LiveStyle.Frames;

namespace LiveStyle.Cli.Bench;

/// <summary>Passes frames on to another sink and measures the whole process between a warm frame and the last one.</summary>
internal sealed class MeteredSink(IFrameSink sink, long warmFrame) : IFrameSink
{
    private long _allocated;
    private long _memory;
    private long _frames;

    /// <summary>Managed bytes a frame, over all threads.</summary>
    public double AllocatedBytesPerFrame { get; private set; }

    /// <summary>What the process's resident memory grew by.</summary>
    public double MemoryGrowthMiB { get; private set; }

    /// <summary>Resident memory at the end.</summary>
    public double MemoryMiB { get; private set; }

    /// <summary>Frames between the two looks.</summary>
    public long FramesMeasured => Math.Max(_frames - warmFrame, 0);

    public void Write(Frame frame, CancellationToken cancellationToken)
    {
        sink.Write(frame, cancellationToken);
        if (_frames++ != warmFrame) return;
        _memory = Environment.WorkingSet;
        _allocated = GC.GetTotalAllocatedBytes(precise: true);
    }

    public void Complete(CancellationToken cancellationToken)
    {
        if (FramesMeasured > 0)
        {
            long allocated = GC.GetTotalAllocatedBytes(precise: true) - _allocated;
            AllocatedBytesPerFrame = Math.Round(allocated / (double)FramesMeasured, 1);
            MemoryMiB = Math.Round(Environment.WorkingSet / (double)(1 << 20), 1);
            MemoryGrowthMiB = Math.Round((Environment.WorkingSet - _memory) / (double)(1 << 20), 2);
        }

        sink.Complete(cancellationToken);
    }

    public void Dispose() => sink.Dispose();
}
