using LiveStyle.Frames;
using LiveStyle.Frames.Yuv;

namespace LiveStyle.Render;

/// <summary>The pixels that an ffmpeg gets which encodes: those of its format where that is 8-bit 4:2:0, half the bytes; else BGR, which it converts itself.</summary>
/// <remarks>
/// Our own conversion costs a fifth of swscale's, and colours stand on the left of their two pixels, where players look for them if a
/// file says nothing; swscale puts them between. Sizes that the format can't hold are padded by repeating the edge. Allocates nothing
/// after its construction.
/// </remarks>
internal sealed class EncoderPixels
{
    private readonly FrameFormat _format;
    private readonly byte[] _padded, _planes;
    private readonly BgrToI420? _converter;

    /// <param name="format">Size of all frames.</param>
    /// <param name="pixelFormat">What will be encoded, by ffmpeg's name.</param>
    /// <param name="colors">What <see cref="OutputColors.For"/> said.</param>
    public EncoderPixels(FrameFormat format, string pixelFormat, PictureColors colors)
    {
        _format = format;
        Coded = EvenSize.For(format, pixelFormat);
        _padded = Coded == format ? [] : new byte[Coded.ByteCount];
        if (IsConverted(pixelFormat)) _converter = new BgrToI420(Coded, OutputColors.Coding(colors), ChromaPosition.Start);
        ByteCount = _converter?.Layout.ByteCount ?? Coded.ByteCount;
        _planes = _converter is null ? [] : new byte[ByteCount];
    }

    /// <summary>Size of the pictures that ffmpeg gets.</summary>
    public FrameFormat Coded { get; }

    /// <summary>Bytes of such a picture.</summary>
    public int ByteCount { get; }

    /// <summary>FFmpeg's code for their layout.</summary>
    public ReadOnlySpan<byte> FourCc => _converter is null ? "BGR\x18"u8 : "I420"u8;

    /// <summary>The filters that make <paramref name="pixelFormat"/> of them. ffmpeg's own choice would be BT.601, whatever the file says.</summary>
    /// <param name="pixelFormat">What will be encoded, by ffmpeg's name.</param>
    /// <param name="colors">What <see cref="OutputColors.For"/> said.</param>
    public static string Filters(string pixelFormat, PictureColors colors) => IsConverted(pixelFormat)
        ? $"format={pixelFormat}"
        : $"scale=out_color_matrix={YuvMatrix.Named(colors.Matrix)!.ScaleName}:out_range={OutputColors.RangeName(colors)}" +
            $":flags=accurate_rnd+full_chroma_inp+bicubic,format={pixelFormat}";

    /// <summary>The bytes of a picture, good until the next one's.</summary>
    /// <param name="view">Borrowed.</param>
    public ReadOnlySpan<byte> Of(FrameView view)
    {
        if (Coded != _format)
        {
            EvenSize.Pad(view, _padded, Coded);
            view = new FrameView(_padded, Coded);
        }

        if (_converter is null) return view.Pixels;
        _converter.Convert(view, _planes);
        return _planes;
    }

    /// <summary>NV12 has the same samples in another order.</summary>
    private static bool IsConverted(string pixelFormat) => pixelFormat is "yuv420p" or "nv12";
}
