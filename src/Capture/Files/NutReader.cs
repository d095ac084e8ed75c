using LiveStyle.Frames;
using LiveStyle.Frames.Yuv;

namespace LiveStyle.Capture.Files;

/// <summary>Takes raw pictures and their time stamps out of the NUT stream that ffmpeg writes: one stream, one time base.</summary>
/// <remarks>
/// NUT is the one container of ffmpeg that carries raw BGR and 4:2:0 with every stamp as it is, in any time base: Matroska counts milliseconds and
/// refuses raw RGB, MP4 holds a picture back to know its length. Specification: ffmpeg.org/~michael/nut.txt.
/// </remarks>
/// <param name="bytes">What ffmpeg writes.</param>
internal sealed class NutReader(PictureBytes bytes)
{
    private const ulong Main = 0x4E4D_7A56_1F5F_04AD, Stream = 0x4E53_1140_5BF2_F9DB, Sync = 0x4E4B_E4AD_EECA_4569;
    private const int Coded = 4096, HasMatchTime = 2048, HasHeader = 1024, Invalid = 8192, HasReserved = 128, HasChecksum = 64;
    private const int HasSize = 32, HasStamp = 8, HasStream = 4, LongestUnchecked = 4096;

    private readonly NutFrameCode[] _codes = new NutFrameCode[256];
    private readonly byte[] _fourCc = new byte[4];
    private int _stampBits;
    private long _last;
    private int _headers = 1;

    /// <summary>Size of the pictures; known once the first <see cref="Next"/> has come back.</summary>
    public FrameFormat Format { get; private set; }

    /// <summary>True for pictures of <see cref="I420Layout"/>, false for packed BGR; known once the first <see cref="Next"/> has come back.</summary>
    public bool IsPlanes { get; private set; }

    /// <summary>Bytes of a picture; known once the first <see cref="Next"/> has come back.</summary>
    public int PictureBytes => IsPlanes ? new I420Layout(Format).ByteCount : Format.ByteCount;

    /// <summary>Unit of the stamps; known once the first <see cref="Next"/> has come back.</summary>
    public TimeBase TimeBase { get; private set; }

    /// <summary>Goes to the next picture; its pixels are then the next bytes.</summary>
    /// <param name="stamp">Its time stamp, in ticks of <see cref="TimeBase"/>.</param>
    /// <returns>False at the end of the stream.</returns>
    /// <exception cref="InvalidDataException">It is no such stream.</exception>
    public bool Next(out long stamp)
    {
        stamp = 0;
        if (Format == default && !bytes.SkipText("nut/multimedia container\0"u8)) return false;
        while (bytes.TryNext(out byte first))
        {
            if (first != 'N') return Frame(_codes[first], out stamp);
            ulong code = first;
            for (int i = 1; i < 8; i++) code = code << 8 | bytes.Next();
            long length = Number();
            if (length > LongestUnchecked) bytes.Skip(4);
            long end = bytes.Position + length;
            switch (code)
            {
                case Main: ReadMain(); break;
                case Stream: ReadStream(); break;
                case Sync: _last = Number(); break; // times the number of time bases, plus which: there is one
            }

            bytes.Skip(end - bytes.Position);
        }

        return false;
    }

    private bool Frame(NutFrameCode code, out long stamp)
    {
        int flags = code.Flags;
        if ((flags & Invalid) != 0) throw new InvalidDataException("ffmpeg's pictures are out of step");
        if ((flags & Coded) != 0) flags ^= (int)Number();
        if ((flags & HasStream) != 0) Number();
        stamp = (flags & HasStamp) != 0 ? Stamp(Number()) : _last + code.StampDelta;
        long size = code.SizeLow;
        if ((flags & HasSize) != 0) size += code.SizeFactor * Number();
        if ((flags & HasMatchTime) != 0) Number();
        long header = (flags & HasHeader) != 0 ? Number() : 0;
        long reserved = (flags & HasReserved) != 0 ? Number() : code.Reserved;
        while (reserved-- > 0) Number();
        if ((flags & HasChecksum) != 0) bytes.Skip(4);
        _last = stamp;
        if (size != PictureBytes || header >= _headers || (header != 0 && _headers > 1))
            throw new InvalidDataException($"ffmpeg sent {size} bytes for a picture of {Format}");
        return true;
    }

    private long Stamp(long coded)
    {
        long range = 1L << _stampBits;
        if (coded >= range) return coded - range;
        long delta = _last - range / 2 + 1;
        return ((coded - delta) & (range - 1)) + delta;
    }

    private void ReadMain()
    {
        if (Number() > 3) Number(); // version, minor version
        Number(); // streams
        Number(); // longest distance
        if (Number() != 1) throw new InvalidDataException("ffmpeg sent more than pictures");
        TimeBase = new TimeBase((int)Number(), (int)Number());
        long delta = 0, factor = 1, stream = 0;
        for (int i = 0; i < _codes.Length;)
        {
            int flags = (int)Number();
            long fields = Number(), low = 0, reserved = 0;
            if (fields > 0) delta = Signed();
            if (fields > 1) factor = Number();
            if (fields > 2) stream = Number();
            if (fields > 3) low = Number();
            if (fields > 4) reserved = Number();
            long count = fields > 5 ? Number() : factor - low;
            for (long j = 6; j < fields; j++) Number(); // match time and header: not for raw pictures
            for (long j = 0; j < count && i < _codes.Length; i++)
                _codes[i] = i == 'N' ? new NutFrameCode(Invalid, 0, 0, 0, 0) : new NutFrameCode(flags, delta, factor, low + j++, reserved);
        }

        _headers = 1 + (int)Number();
    }

    private void ReadStream()
    {
        Number(); // stream
        if (Number() != 0) throw new InvalidDataException("ffmpeg sent no pictures");
        if (Number() != _fourCc.Length || !bytes.Take(_fourCc)) throw new InvalidDataException("ffmpeg sent pictures of an unknown layout");
        IsPlanes = _fourCc.AsSpan().SequenceEqual("I420"u8);
        Number(); // time base
        _stampBits = (int)Number();
        Number(); // longest distance of stamps
        Number(); // decode delay
        Number(); // flags
        bytes.Skip(Number()); // codec's own
        Format = new FrameFormat((int)Number(), (int)Number());
    }

    private long Number()
    {
        long value = 0;
        while (true)
        {
            byte next = bytes.Next();
            value = value << 7 | (long)(next & 127);
            if (next < 128) return value;
        }
    }

    private long Signed()
    {
        long value = Number() + 1;
        return (value & 1) != 0 ? -(value >> 1) : value >> 1;
    }
}
