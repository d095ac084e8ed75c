namespace LiveStyle.Frames;

/// <summary>One owned video frame: packed 8-bit BGR, top row first.</summary>
/// <remarks>
/// One owner at a time. The owner disposes it or hands it on; after either, its pixels are out of reach. The pixels are pooled, this
/// small object is not, so a stale reference stays dead for good.
/// </remarks>
public sealed class Frame : IDisposable
{
    private readonly FramePool _pool;
    private byte[]? _pixels;

    internal Frame(FramePool pool, byte[] pixels, FrameFormat format, FrameStamp stamp) =>
        (_pool, _pixels, Format, Stamp) = (pool, pixels, format, stamp);

    /// <summary>Size of the picture.</summary>
    public FrameFormat Format { get; }

    /// <summary>Position in the stream; set by the source, untouched by the stages after it.</summary>
    public FrameStamp Stamp { get; set; }

    /// <summary>Borrows the pixels.</summary>
    /// <exception cref="ObjectDisposedException">The frame has gone back to its pool.</exception>
    public FrameView View => new(Buffer.AsSpan(0, Format.ByteCount), Format);

    /// <summary>Borrows the pixels for calls that cannot take a span (streams, native code across an await).</summary>
    /// <exception cref="ObjectDisposedException">The frame has gone back to its pool.</exception>
    public Memory<byte> Memory => Buffer.AsMemory(0, Format.ByteCount);

    private byte[] Buffer => _pixels ?? throw new ObjectDisposedException(nameof(Frame));

    /// <summary>Gives the pixels back. A second call does nothing.</summary>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _pixels, null) is { } mine) _pool.Return(mine);
    }
}
