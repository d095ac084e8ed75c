using System.Buffers.Text;
using System.Diagnostics;

namespace LiveStyle.Web;

/// <summary>One picture as it goes over the wire: the header of a part of the stream, the JPEG, and what ends the part.</summary>
/// <remarks>
/// What ends a part goes out with it, so that nobody waits for the next picture to see this one. Programs are content with the boundary
/// and like to know the length beforehand. Browsers show a picture once they have read the header of the next part, which can't tell a
/// length yet: they get it at once, and do without. Whoever sends a part holds a reference; with the last one gone the memory is used again.
/// </remarks>
internal sealed class JpegPart
{
    /// <summary>The type of the whole stream.</summary>
    public const string StreamType = "multipart/x-mixed-replace; boundary=livestyle-frame";

    private const int Grain = 1 << 16; // JPEGs of a scene differ by less, so that buffers soon stop growing

    private static readonly byte[] Boundary = "--livestyle-frame\r\n"u8.ToArray();
    private static readonly byte[] NextHeader = "Content-Type: image/jpeg\r\n\r\n"u8.ToArray();
    private static readonly byte[] OpeningForBrowsers = [.. Boundary, .. NextHeader];

    private byte[] _bytes = [];
    private int _start, _length, _references;

    /// <summary>Counts the pictures from 1, so that a viewer knows what it has.</summary>
    public long Number { get; private set; }

    /// <summary>The JPEG alone.</summary>
    public ReadOnlyMemory<byte> Jpeg => _bytes.AsMemory(_start, _length);

    /// <summary>What goes before the first part.</summary>
    public static ReadOnlyMemory<byte> Opening(bool forBrowser) => forBrowser ? OpeningForBrowsers : Boundary;

    /// <summary>The part, from where the one before it ended.</summary>
    public ReadOnlyMemory<byte> Part(bool forBrowser)
    {
        int end = _start + _length + 2 + Boundary.Length;
        return forBrowser ? _bytes.AsMemory(_start..(end + NextHeader.Length)) : _bytes.AsMemory(0, end);
    }

    /// <summary>Takes a copy of <paramref name="jpeg"/>; the one reference to it is the caller's.</summary>
    public void Fill(ReadOnlySpan<byte> jpeg, long number)
    {
        ReadOnlySpan<byte> header = "Content-Type: image/jpeg\r\nContent-Length: "u8, blank = "\r\n\r\n"u8, newLine = "\r\n"u8;
        int most = header.Length + 11 + blank.Length + jpeg.Length + newLine.Length + OpeningForBrowsers.Length;
        if (_bytes.Length < most) _bytes = GC.AllocateUninitializedArray<byte>((most / Grain + 1) * Grain, pinned: true);
        header.CopyTo(_bytes);
        Utf8Formatter.TryFormat(jpeg.Length, _bytes.AsSpan(header.Length), out int digits);
        blank.CopyTo(_bytes.AsSpan(header.Length + digits));
        (_start, _length) = (header.Length + digits + blank.Length, jpeg.Length);
        jpeg.CopyTo(_bytes.AsSpan(_start));
        newLine.CopyTo(_bytes.AsSpan(_start + _length));
        OpeningForBrowsers.CopyTo(_bytes.AsSpan(_start + _length + newLine.Length));
        (Number, _references) = (number, 1);
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
