namespace LiveStyle.Frames;

/// <summary>One owned video frame: packed 8-bit BGR, top row first.</summary>
/// <remarks>
/// One owner at a time. The owner disposes it or hands it on; after either, its pixels are out of reach. This is a handle to a pooled
/// buffer and to one turn of its use, so a frame allocates nothing, and a stale copy stays dead for good: the buffer is in another turn.
/// </remarks>
public readonly struct Frame : IDisposable, IEquatable<Frame>
{
    private readonly FrameBuffer? _buffer;
    private readonly int _turn;

    internal Frame(FrameBuffer buffer) => (_buffer, _turn) = (buffer, buffer.Turn);

    /// <summary>Size of the picture.</summary>
    /// <exception cref="ObjectDisposedException">The frame has gone back to its pool.</exception>
    public FrameFormat Format => Buffer.Format;

    /// <summary>Position in the stream; set by the source, untouched by the stages after it.</summary>
    /// <exception cref="ObjectDisposedException">The frame has gone back to its pool.</exception>
    public FrameStamp Stamp
    {
        get => Buffer.Stamp;
        set => Buffer.Stamp = value;
    }

    /// <summary>Borrows the pixels.</summary>
    /// <exception cref="ObjectDisposedException">The frame has gone back to its pool.</exception>
    public FrameView View => new(Buffer.Pixels.AsSpan(0, Format.ByteCount), Format);

    /// <summary>Borrows the pixels for calls that cannot take a span (streams, native code across an await).</summary>
    /// <exception cref="ObjectDisposedException">The frame has gone back to its pool.</exception>
    public Memory<byte> Memory => Buffer.Pixels.AsMemory(0, Format.ByteCount);

    private FrameBuffer Buffer => _buffer is { } buffer && buffer.Turn == _turn ? buffer : throw new ObjectDisposedException(nameof(Frame));

    /// <summary>Gives the pixels back. A second call does nothing.</summary>
    public void Dispose() => _buffer?.End(_turn);

    /// <inheritdoc/>
    public bool Equals(Frame other) => ReferenceEquals(_buffer, other._buffer) && _turn == other._turn;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Frame other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(_buffer, _turn);

    /// <summary>True for two handles to the same frame.</summary>
    public static bool operator ==(Frame left, Frame right) => left.Equals(right);

    /// <summary>False for two handles to the same frame.</summary>
    public static bool operator !=(Frame left, Frame right) => !left.Equals(right);
}
