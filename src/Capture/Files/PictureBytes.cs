using LiveStyle.Ffmpeg;

namespace LiveStyle.Capture.Files;

/// <summary>Reads headers byte by byte and pixels at once; only what lies around pixels goes through a buffer.</summary>
/// <param name="output">Where the bytes come from; borrowed.</param>
internal sealed class PictureBytes(OrderedOutput output)
{
    private readonly byte[] _buffer = new byte[4096]; // small: pixels that get into it are copied once more
    private int _start, _end;

    /// <summary>Bytes taken so far.</summary>
    public long Position { get; private set; }

    /// <summary>Waits until there is a byte, or the stream has ended.</summary>
    /// <exception cref="OperationCanceledException">Cancelled; nothing is lost.</exception>
    public void Await(CancellationToken cancellationToken)
    {
        if (_start == _end) (_start, _end) = (0, output.Read(_buffer, cancellationToken));
    }

    /// <summary>Takes a byte.</summary>
    /// <returns>False at the end of the stream.</returns>
    public bool TryNext(out byte value)
    {
        value = 0;
        if (_start == _end) (_start, _end) = (0, output.Read(_buffer));
        if (_start == _end) return false;
        value = _buffer[_start++];
        Position++;
        return true;
    }

    /// <summary>Takes a byte.</summary>
    /// <exception cref="EndOfStreamException">There is none.</exception>
    public byte Next() => TryNext(out byte value) ? value : throw new EndOfStreamException();

    /// <summary>Takes bytes away.</summary>
    /// <exception cref="EndOfStreamException">There are fewer.</exception>
    public void Skip(long count)
    {
        for (long i = 0; i < count; i++) Next();
    }

    /// <summary>Takes a text away.</summary>
    /// <returns>False if the stream ends instead.</returns>
    /// <exception cref="InvalidDataException">Something else is there.</exception>
    public bool SkipText(ReadOnlySpan<byte> text)
    {
        foreach (byte expected in text)
        {
            if (!TryNext(out byte actual)) return false;
            if (actual != expected) throw new InvalidDataException("ffmpeg sent no pictures");
        }

        return true;
    }

    /// <summary>Takes as many bytes as <paramref name="destination"/> holds.</summary>
    /// <returns>False if there are fewer.</returns>
    public bool Take(Span<byte> destination)
    {
        int ready = Math.Min(_end - _start, destination.Length);
        _buffer.AsSpan(_start, ready).CopyTo(destination);
        _start += ready;
        Position += destination.Length;
        for (Span<byte> rest = destination[ready..]; rest.Length > 0;)
        {
            int read = output.Read(rest);
            if (read == 0) return false;
            rest = rest[read..];
        }

        return true;
    }

    /// <summary>Takes many bytes away; fewer if the stream ends.</summary>
    public void Drop(int count)
    {
        Span<byte> unseen = stackalloc byte[16 * 1024];
        for (int rest = count; rest > 0; rest -= unseen.Length)
            if (!Take(unseen[..Math.Min(rest, unseen.Length)])) return;
    }
}
