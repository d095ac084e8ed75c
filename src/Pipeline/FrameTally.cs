namespace LiveStyle.Pipeline;

/// <summary>Where every captured frame went. Written by the stages' threads, read by anyone.</summary>
internal sealed class FrameTally
{
    private long _captured;
    private long _stylized;
    private long _emitted;
    private long _dropped;
    private long _droppedAtOutput;
    private long _skipped;
    private long _failed;

    public void CountCaptured() => Interlocked.Increment(ref _captured);

    public void CountStylized() => Interlocked.Increment(ref _stylized);

    public void CountEmitted() => Interlocked.Increment(ref _emitted);

    public void CountDropped() => Interlocked.Increment(ref _dropped);

    public void CountDroppedAtOutput() => Interlocked.Increment(ref _droppedAtOutput);

    public void CountSkipped() => Interlocked.Increment(ref _skipped);

    /// <summary>A frame that was not transformed: failed, or skipped because the run was aborted.</summary>
    public void CountUndone(Exception reason, CancellationToken abort)
    {
        if (reason is OperationCanceledException && abort.IsCancellationRequested) CountSkipped();
        else CountFailed();
    }

    public void CountFailed() => Interlocked.Increment(ref _failed);

    public FrameCounts Read() => new()
    {
        // Later stations first, so that a frame on its way is never seen further on than it was captured.
        Emitted = Interlocked.Read(ref _emitted),
        DroppedAtOutput = Interlocked.Read(ref _droppedAtOutput),
        Stylized = Interlocked.Read(ref _stylized),
        Dropped = Interlocked.Read(ref _dropped),
        Skipped = Interlocked.Read(ref _skipped),
        Failed = Interlocked.Read(ref _failed),
        Captured = Interlocked.Read(ref _captured),
    };
}
