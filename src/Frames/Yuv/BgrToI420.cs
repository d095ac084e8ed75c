namespace LiveStyle.Frames.Yuv;

/// <summary>Makes 8-bit 4:2:0 of packed BGR pictures of one size. Allocates nothing after its construction.</summary>
/// <param name="size">Size of the pictures, odd ones too.</param>
/// <param name="coding">How the numbers shall mean colours.</param>
/// <param name="across">Where colour samples shall stand beside their two columns; between the rows they are anyway.</param>
public sealed class BgrToI420(FrameFormat size, YuvCoding coding, ChromaPosition across)
{
    private readonly BgrToYuv _rows = new(coding, across);

    /// <summary>Where the planes lie.</summary>
    public I420Layout Layout { get; } = new(size);

    /// <summary>Converts one picture: each byte is the exact value, rounded.</summary>
    /// <param name="picture">Of the size given; borrowed.</param>
    /// <param name="planes">Bytes as <see cref="Layout"/> says; written.</param>
    public void Convert(FrameView picture, Span<byte> planes)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(picture.Format, size);
        for (int y = 0; y < size.Height; y += 2)
        {
            int below = Math.Min(y + 1, size.Height - 1);
            ReadOnlySpan<byte> upper = picture.Row(y), lower = picture.Row(below);
            _rows.Luma(upper, planes[Layout.Luma(y)]);
            if (below > y) _rows.Luma(lower, planes[Layout.Luma(below)]);
            _rows.Chroma(upper, lower, planes[Layout.Blue(y / 2)], planes[Layout.Red(y / 2)]);
        }
    }
}
