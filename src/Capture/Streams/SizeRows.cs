using LiveStyle.Frames;

namespace LiveStyle.Capture.Streams;

/// <summary>Three rows of pixels above each picture that say how large it is, drawn by ffmpeg's own filters and read here.</summary>
/// <remarks>
/// <para>Raw video on a pipe says neither where a picture ends nor that the next has another size, as has a phone's when it is turned.
/// What was tried with ffmpeg 5.1 instead: BMP and PPM keep the first size, so that later pictures arrive distorted; Matroska refuses
/// raw RGB, and as NUT it names one size for all; asking ffprobe first means connecting twice. A filter graph is made anew when the
/// size changes, its expressions too, so the picture can carry its size itself. Costs no measurable time.</para>
/// <para>Row 1 is white: as long as the picture is wide. Rows 2 and 3 are black up to 1 + height / 32 and 1 + height % 32 pixels, then
/// white.</para>
/// </remarks>
internal static class SizeRows
{
    /// <summary>Rows above the picture.</summary>
    public const int Count = 3;

    /// <summary>The narrowest picture whose size fits into its rows, in pixels.</summary>
    public const int NarrowestWidth = Base + 2;

    /// <summary>The filters that draw them; what comes out is BGR.</summary>
    public const string Filters =
        "format=bgr24,pad=iw:ih+3:0:3:black,drawbox=0:0:iw:1:white:fill," +
        "drawbox=1+floor((ih-3)/32):1:iw:1:white:fill,drawbox=1+mod(ih-3\\,32):2:iw:1:white:fill";

    private const int Base = 32, Tallest = 16_384;
    private const byte White = 255, Black = 0;

    /// <summary>Reads the size of the picture that follows.</summary>
    /// <returns><see langword="null"/> at the end of the stream.</returns>
    /// <exception cref="InvalidDataException">There are no such rows: the stream is out of step, or too narrow.</exception>
    public static FrameFormat? Read(ByteReader reader)
    {
        if (Run(reader, 0, White) is not { } stride) return null;
        int width = stride / FrameFormat.BytesPerPixel;
        if (width < NarrowestWidth) throw new InvalidDataException($"the picture is narrower than {NarrowestWidth} pixels");
        if (!reader.Buffer(Count * stride)) return null;
        int high = BlackPixels(reader, stride) - 1, low = BlackPixels(reader, 2 * stride) - 1;
        int height = high * Base + low;
        if (high + 1 >= width) throw new InvalidDataException($"the picture is more than {Base} times as tall as it is wide");
        if (stride % FrameFormat.BytesPerPixel != 0 || high < 0 || low is < 0 or >= Base || height is < 1 or > Tallest)
            throw new InvalidDataException("ffmpeg sent no pictures of the form that it was asked for");
        reader.Skip(Count * stride);
        return new FrameFormat(width, height);
    }

    private static int BlackPixels(ByteReader reader, int from) => (Run(reader, from, Black) ?? 0) / FrameFormat.BytesPerPixel;

    /// <summary>Bytes of <paramref name="value"/> that follow each other; reads as far as it must.</summary>
    private static int? Run(ByteReader reader, int from, byte value)
    {
        int known = 0;
        while (true)
        {
            if (!reader.Buffer(from + known + 1)) return null;
            ReadOnlySpan<byte> bytes = reader.Buffered[from..];
            int end = bytes[known..].IndexOfAnyExcept(value);
            if (end >= 0) return known + end;
            known = bytes.Length;
            if (known > ByteReader.Most / 2) throw new InvalidDataException("ffmpeg sent no pictures of the form that it was asked for");
        }
    }
}
