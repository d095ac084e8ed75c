namespace LiveStyle.Frames;

/// <summary>The pixels of a pool's frames, one frame after another.</summary>
/// <param name="pool">Where it goes back to.</param>
internal sealed class FrameBuffer(FramePool pool)
{
    private int _turn;

    /// <summary>Which use of the buffer this is. Even while it lies in the pool, odd while it is a frame.</summary>
    public int Turn => Volatile.Read(ref _turn);

    public byte[] Pixels { get; private set; } = [];

    public FrameFormat Format { get; private set; }

    public FrameStamp Stamp { get; set; }

    /// <summary>Makes it a frame; only the pool calls this. Grows to the largest frame asked for, pinned, so that native code may use it in place.</summary>
    public Frame Begin(FrameFormat format, FrameStamp stamp)
    {
        if (Pixels.Length < format.ByteCount) Pixels = GC.AllocateUninitializedArray<byte>(format.ByteCount, pinned: true);
        (Format, Stamp) = (format, stamp);
        Volatile.Write(ref _turn, _turn + 1);
        return new Frame(this);
    }

    /// <summary>Ends the use that is named, if it has not ended yet, and goes back to the pool.</summary>
    public void End(int turn)
    {
        if (Interlocked.CompareExchange(ref _turn, turn + 1, turn) == turn) pool.Return(this);
    }
}
