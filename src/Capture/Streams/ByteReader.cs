namespace LiveStyle.Capture.Streams;

/// <summary>Reads a pipe with a look ahead of a few rows; whole pictures go past the buffer.</summary>
internal sealed class ByteReader(Stream stream)
{
    /// <summary>Most bytes that can be looked at ahead.</summary>
    public const int Most = 1 << 18;

    private readonly byte[] _bytes = new byte[Most];
    private int _start, _end;

    /// <summary>What has been read and not yet been taken.</summary>
    public ReadOnlySpan<byte> Buffered => _bytes.AsSpan(_start, _end - _start);

    /// <summary>Sees that at least <paramref name="count"/> bytes are buffered.</summary>
    /// <returns>False if the stream ends before.</returns>
    /// <exception cref="InvalidDataException">More than <see cref="Most"/>.</exception>
    public bool Buffer(int count)
    {
        if (count > Most) throw new InvalidDataException("the pictures are too large");
        if (_start + count > Most)
        {
            Buffered.CopyTo(_bytes);
            (_start, _end) = (0, _end - _start);
        }

        while (_end - _start < count)
        {
            int read = stream.Read(_bytes, _end, Math.Min(Most - _end, 1 << 14)); // little: what follows is copied from here
            if (read == 0) return false;
            _end += read;
        }

        return true;
    }

    /// <summary>Takes <paramref name="count"/> buffered bytes away.</summary>
    public void Skip(int count)
    {
        _start += count;
        if (_start == _end) _start = _end = 0;
    }

    /// <summary>Takes as many bytes as <paramref name="destination"/> holds.</summary>
    /// <returns>False if the stream ends before.</returns>
    public bool Take(Span<byte> destination)
    {
        int ready = Math.Min(_end - _start, destination.Length);
        Buffered[..ready].CopyTo(destination);
        Skip(ready);
        Span<byte> rest = destination[ready..];
        return stream.ReadAtLeast(rest, rest.Length, throwOnEndOfStream: false) == rest.Length;
    }
}
