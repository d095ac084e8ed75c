using LiveStyle.Frames;
using LiveStyle.V4l2;

namespace LiveStyle.Render.VirtualCamera;

/// <summary>Lays BGR pictures out as YUV, BT.601 in limited range. Allocates nothing after its construction.</summary>
/// <param name="layout">The layout.</param>
/// <param name="size">Even both ways.</param>
internal sealed class YuvPicture(VirtualCameraFormat layout, FrameFormat size)
{
    private readonly byte[] _blue = new byte[size.Width / 2];
    private readonly byte[] _red = new byte[size.Width / 2];

    public FourCc FourCc => layout switch
    {
        VirtualCameraFormat.I420 => FourCc.I420,
        VirtualCameraFormat.Nv12 => FourCc.Nv12,
        _ => FourCc.Yuyv,
    };

    /// <summary>Bytes of a row of the first plane.</summary>
    public int BytesPerLine => layout == VirtualCameraFormat.Yuyv ? size.Width * 2 : size.Width;

    /// <summary>Bytes of the whole picture.</summary>
    public int ByteCount => layout == VirtualCameraFormat.Yuyv ? size.Width * size.Height * 2 : size.Width * size.Height * 3 / 2;

    /// <summary>Converts one picture.</summary>
    /// <param name="source">Of the size given; borrowed.</param>
    /// <param name="destination"><see cref="ByteCount"/> bytes.</param>
    public void Convert(FrameView source, Span<byte> destination)
    {
        if (layout == VirtualCameraFormat.Yuyv) ConvertPacked(source, destination);
        else ConvertPlanes(source, destination);
    }

    private void ConvertPacked(FrameView source, Span<byte> destination)
    {
        for (int y = 0; y < size.Height; y++) YuvRows.Packed(source.Row(y), destination.Slice(y * BytesPerLine, BytesPerLine));
    }

    private void ConvertPlanes(FrameView source, Span<byte> destination)
    {
        int half = size.Width / 2;
        Span<byte> chroma = destination[(size.Width * size.Height)..];
        for (int y = 0; y < size.Height; y += 2)
        {
            ReadOnlySpan<byte> upper = source.Row(y), lower = source.Row(y + 1);
            YuvRows.Luma(upper, destination.Slice(y * size.Width, size.Width));
            YuvRows.Luma(lower, destination.Slice((y + 1) * size.Width, size.Width));
            if (layout == VirtualCameraFormat.I420)
            {
                Span<byte> blue = chroma.Slice(y / 2 * half, half), red = chroma.Slice((size.Height + y) / 2 * half, half);
                YuvRows.Chroma(upper, lower, blue, red);
            }
            else
            {
                YuvRows.Chroma(upper, lower, _blue, _red);
                YuvRows.Interleave(_blue, _red, chroma.Slice(y / 2 * size.Width, size.Width));
            }
        }
    }
}
