using System.Buffers.Binary;
using LiveStyle.Frames;

namespace LiveStyle.Render;

/// <summary>The few bytes around raw frames that make them a Matroska stream: pixels with time stamps, for ffmpeg's stdin.</summary>
/// <remarks>
/// Plain raw video on a pipe has no time stamps, so ffmpeg would invent them from a rate and variable rates would be lost. Matroska
/// needs the least around a frame (35 bytes), takes pixels as they are (V_UNCOMPRESSED) and any time unit: here
/// <see cref="TimeSpan"/>'s own 100 ns. NUT, the other candidate, wants checksums and back pointers. RFC 9559.
/// </remarks>
internal static class MatroskaStream
{
    /// <summary>Bytes before the pixels of a frame.</summary>
    public const int FrameHeaderBytes = 4 + 8 + 1 + 1 + 8 + 1 + 8 + 4;

    /// <summary>Everything before the first frame.</summary>
    /// <param name="format">Size of all frames.</param>
    /// <param name="fourCc">FFmpeg's code for the layout of their pixels.</param>
    /// <param name="frameDuration">How long a frame is shown where the next stamp does not say: the last one.</param>
    public static byte[] Header(FrameFormat format, ReadOnlySpan<byte> fourCc, TimeSpan frameDuration)
    {
        byte[] ebml = Element(0x1A45DFA3, [.. Text(0x4282, "matroska"), .. Number(0x4287, 4), .. Number(0x4285, 2)]);
        byte[] segment = [0x18, 0x53, 0x80, 0x67, 0x01, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF]; // of unknown size
        byte[] info = Element(0x1549A966, [.. Number(0x2AD7B1, 100), .. Text(0x4D80, "LiveStyle"), .. Text(0x5741, "LiveStyle")]);
        byte[] video = Element(0xE0, [.. Number(0xB0, format.Width), .. Number(0xBA, format.Height), .. Element(0x2EB524, fourCc)]);
        byte[] track = Element(0xAE, [
            .. Number(0xD7, 1), .. Number(0x73C5, 1), .. Number(0x83, 1), .. Number(0x9C, 0), // number, id, kind video, no lacing
            .. Number(0x23E383, frameDuration.Ticks * 100), .. Text(0x86, "V_UNCOMPRESSED"), .. video,
        ]);
        return [.. ebml, .. segment, .. info, .. Element(0x1654AE6B, track)];
    }

    /// <summary>Writes the head of a cluster that holds one frame.</summary>
    /// <param name="destination">At least <see cref="FrameHeaderBytes"/>.</param>
    /// <param name="time">Not negative.</param>
    /// <param name="pixelBytes">Bytes that follow.</param>
    public static void WriteFrameHeader(Span<byte> destination, TimeSpan time, int pixelBytes)
    {
        const int AfterClusterSize = 1 + 1 + 8 + 1 + 8 + 4;
        BinaryPrimitives.WriteUInt32BigEndian(destination, 0x1F43B675); // Cluster
        WriteSize(destination[4..], AfterClusterSize + pixelBytes);
        destination[12] = 0xE7; // Timestamp
        destination[13] = 0x88;
        BinaryPrimitives.WriteInt64BigEndian(destination[14..], time.Ticks);
        destination[22] = 0xA3; // SimpleBlock
        WriteSize(destination[23..], 4 + pixelBytes);
        destination[31] = 0x81; // track 1
        destination[32] = destination[33] = 0; // at the cluster's time
        destination[34] = 0x80; // a key frame
    }

    private static void WriteSize(Span<byte> destination, long size) =>
        BinaryPrimitives.WriteInt64BigEndian(destination, size | 1L << 56);

    private static byte[] Element(uint id, ReadOnlySpan<byte> content)
    {
        Span<byte> head = stackalloc byte[12];
        BinaryPrimitives.WriteUInt32BigEndian(head, id);
        WriteSize(head[4..], content.Length);
        int leading = id > 0xFFFFFF ? 0 : id > 0xFFFF ? 1 : id > 0xFF ? 2 : 3; // an id has its length in itself
        return [.. head[leading..], .. content];
    }

    private static byte[] Number(uint id, long value)
    {
        Span<byte> bytes = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(bytes, value);
        return Element(id, bytes);
    }

    private static byte[] Text(uint id, string text) => Element(id, System.Text.Encoding.ASCII.GetBytes(text));
}
