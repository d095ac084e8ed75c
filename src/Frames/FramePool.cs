namespace LiveStyle.Frames;

/// <summary>A fixed number of pixel buffers: the memory budget of a pipeline and its back-pressure at once.</summary>
/// <remarks>Thread-safe. Buffers are made on first use and grow to the largest frame asked for; after that nothing is allocated. They
/// are pinned, so native code may read and write them in place.</remarks>
public sealed class FramePool : IDisposable
{
    private readonly Stack<FrameBuffer> _free;
    private readonly SemaphoreSlim _available;

    /// <summary>A pool of <paramref name="capacity"/> frames.</summary>
    /// <param name="capacity">Most frames that are out at the same time, at least 1.</param>
    public FramePool(int capacity)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(capacity, 1);
        Capacity = capacity;
        _free = new Stack<FrameBuffer>(capacity);
        _available = new SemaphoreSlim(capacity, capacity);
    }

    /// <summary>Most frames that are out at the same time.</summary>
    public int Capacity { get; }

    /// <summary>Frames rented and not yet disposed. 0 when a pipeline has ended, however it ended.</summary>
    public int Outstanding => Capacity - _available.CurrentCount;

    /// <summary>For a camera, which must not wait: <see langword="null"/> means drop this image and count it.</summary>
    /// <returns>A frame that the caller owns; its pixels are not cleared.</returns>
    public Frame? TryRent(FrameFormat format, FrameStamp stamp) => _available.Wait(0) ? Take(format, stamp) : null;

    /// <summary>For everyone else: waits until a frame is free, which is how a slow stage slows the one before it.</summary>
    /// <returns>A frame that the caller owns; its pixels are not cleared.</returns>
    /// <exception cref="OperationCanceledException">Cancelled while waiting.</exception>
    public Frame Rent(FrameFormat format, FrameStamp stamp, CancellationToken cancellationToken)
    {
        _available.Wait(cancellationToken);
        return Take(format, stamp);
    }

    internal void Return(FrameBuffer buffer)
    {
        lock (_free) _free.Push(buffer);
        _available.Release();
    }

    private Frame Take(FrameFormat format, FrameStamp stamp)
    {
        try
        {
            FrameBuffer? buffer;
            lock (_free) _free.TryPop(out buffer);
            return (buffer ?? new FrameBuffer(this)).Begin(format, stamp);
        }
        catch
        {
            _available.Release();
            throw;
        }
    }

    /// <summary>Ends the pool once every frame is back.</summary>
    public void Dispose() => _available.Dispose();
}
