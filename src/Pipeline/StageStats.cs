namespace LiveStyle.Pipeline;

/// <summary>What one stage has done so far. Written by its own thread, read by anyone.</summary>
internal sealed class StageStats(string name, TimeProvider time)
{
    private long _frames;
    private long _busy;
    private long _dropped;

    /// <summary>Starts a piece of work.</summary>
    public long Begin() => time.GetTimestamp();

    /// <summary>Ends a piece of work; with a frame, it is counted.</summary>
    public void End(long begun, bool frame = true)
    {
        Interlocked.Add(ref _busy, time.GetElapsedTime(begun).Ticks);
        if (frame) Interlocked.Increment(ref _frames);
    }

    /// <summary>Live: a frame of this stage was replaced by a newer one before the next stage took it.</summary>
    public void CountDropped() => Interlocked.Increment(ref _dropped);

    public StageReport Read() =>
        new(name, Interlocked.Read(ref _frames), new TimeSpan(Interlocked.Read(ref _busy)), Interlocked.Read(ref _dropped));
}
