using LiveStyle.Frames;
using LiveStyle.Frames.Yuv;
using LiveStyle.V4l2;

namespace LiveStyle.Render.VirtualCamera;

/// <summary>Lays BGR pictures out as YUV, BT.601 in limited range. Allocates nothing after its construction.</summary>
/// <param name="layout">The layout.</param>
/// <param name="size">Even both ways.</param>
internal sealed class YuvPicture(VirtualCameraFormat layout, FrameFormat size)
{
    private static readonly YuvCoding Coding = new(YuvMatrix.Bt601, IsFullRange: false);

    private readonly BgrToI420 _planes = new(size, Coding, ChromaPosition.Middle);
    private readonly BgrToYuv _rows = new(Coding, ChromaPosition.Middle);
    private readonly byte[] _luma = new byte[size.Width];
    private readonly byte[] _blue = new byte[size.Width / 2];
    private readonly byte[] _red = new byte[size.Width / 2];
    private readonly byte[] _colors = new byte[size.Width];

    public FourCc FourCc => layout switch
    {
        VirtualCameraFormat.I420 => FourCc.I420,
        VirtualCameraFormat.Nv12 => FourCc.Nv12,
        _ => FourCc.Yuyv,
    };

    /// <summary>Bytes of a row of the first plane.</summary>
    public int BytesPerLine => layout == VirtualCameraFormat.Yuyv ? size.Width * 2 : size.Width;

    /// <summary>Bytes of the whole picture.</summary>
    public int ByteCount => layout == VirtualCameraFormat.Yuyv ? size.Width * size.Height * 2 : _planes.Layout.ByteCount;

    /// <summary>Converts one picture.</summary>
    /// <param name="source">Of the size given; borrowed.</param>
    /// <param name="destination"><see cref="ByteCount"/> bytes.</param>
    public void Convert(FrameView source, Span<byte> destination)
    {
        switch (layout)
        {
            case VirtualCameraFormat.I420: _planes.Convert(source, destination); break;
            case VirtualCameraFormat.Nv12: ConvertTwoPlanes(source, destination); break;
            default: ConvertPacked(source, destination); break;
        }
    }

    private void ConvertTwoPlanes(FrameView source, Span<byte> destination)
    {
        Span<byte> colors = destination[(size.Width * size.Height)..];
        for (int y = 0; y < size.Height; y += 2)
        {
            ReadOnlySpan<byte> upper = source.Row(y), lower = source.Row(y + 1);
            _rows.Luma(upper, destination.Slice(y * size.Width, size.Width));
            _rows.Luma(lower, destination.Slice((y + 1) * size.Width, size.Width));
            _rows.Chroma(upper, lower, _blue, _red);
            PackedRow.Pack(_blue, _red, colors.Slice(y / 2 * size.Width, size.Width));
        }
    }

    private void ConvertPacked(FrameView source, Span<byte> destination)
    {
        for (int y = 0; y < size.Height; y++)
        {
            ReadOnlySpan<byte> row = source.Row(y);
            _rows.Luma(row, _luma);
            _rows.Chroma(row, row, _blue, _red);
            PackedRow.Pack(_blue, _red, _colors);
            PackedRow.Pack(_luma, _colors, destination.Slice(y * BytesPerLine, BytesPerLine));
        }
    }
}
