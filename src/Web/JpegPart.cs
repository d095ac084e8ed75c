using System.Buffers.Text;
using System.Diagnostics;

namespace LiveStyle.Web;

/// <summary>One picture as it goes over the wire: the header of a part of the stream, the JPEG, and the line that ends the part.</summary>
/// <remarks>
/// The line that ends a part goes out with it: a browser shows a picture only once it has seen that line. Whoever sends the part holds a
/// reference; with the last one gone the memory is used again.
/// </remarks>
internal sealed class JpegPart
{
    /// <summary>The type of the whole stream.</summary>
    public const string StreamType = "multipart/x-mixed-replace; boundary=frame";

    private const int Grain = 1 << 16; // JPEGs of a scene differ by less, so that buffers soon stop growing

    private byte[] _bytes = [];
    private int _start, _length, _end, _references;

    /// <summary>The line before the first part.</summary>
    public static ReadOnlyMemory<byte> Opening { get; } = "--frame\r\n"u8.ToArray();

    /// <summary>Counts the pictures from 1, so that a viewer knows what it has.</summary>
    public long Number { get; private set; }

    /// <summary>Header, JPEG and the line that ends the part.</summary>
    public ReadOnlyMemory<byte> Part => _bytes.AsMemory(0, _end);

    /// <summary>The JPEG alone.</summary>
    public ReadOnlyMemory<byte> Jpeg => _bytes.AsMemory(_start, _length);

    /// <summary>Takes a copy of <paramref name="jpeg"/>; the one reference to it is the caller's.</summary>
    public void Fill(ReadOnlySpan<byte> jpeg, long number)
    {
        ReadOnlySpan<byte> header = "Content-Type: image/jpeg\r\nContent-Length: "u8, blank = "\r\n\r\n"u8, ending = "\r\n--frame\r\n"u8;
        int most = header.Length + 11 + blank.Length + jpeg.Length + ending.Length;
        if (_bytes.Length < most) _bytes = GC.AllocateUninitializedArray<byte>((most / Grain + 1) * Grain, pinned: true);
        header.CopyTo(_bytes);
        Utf8Formatter.TryFormat(jpeg.Length, _bytes.AsSpan(header.Length), out int digits);
        blank.CopyTo(_bytes.AsSpan(header.Length + digits));
        (_start, _length) = (header.Length + digits + blank.Length, jpeg.Length);
        jpeg.CopyTo(_bytes.AsSpan(_start));
        ending.CopyTo(_bytes.AsSpan(_start + _length));
        (_end, Number, _references) = (_start + _length + ending.Length, number, 1);
    }

    /// <summary>One more who holds it. Under the feed's lock.</summary>
    public void Hold() => _references++;

    /// <summary>One less. Under the feed's lock.</summary>
    /// <returns>True if nobody holds it any more.</returns>
    public bool LetGo()
    {
        Debug.Assert(_references > 0, "let go more often than held");
        return --_references == 0;
    }
}
