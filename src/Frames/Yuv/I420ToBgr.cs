namespace LiveStyle.Frames.Yuv;

/// <summary>Makes packed BGR of 8-bit 4:2:0 pictures of one size. Allocates nothing after its construction. Not thread-safe.</summary>
/// <param name="size">Size of the pictures, odd ones too.</param>
/// <param name="coding">How their numbers mean colours.</param>
/// <param name="siting">Where their colour samples stand.</param>
public sealed class I420ToBgr(FrameFormat size, YuvCoding coding, ChromaSiting siting)
{
    private readonly I420Layout _layout = new(size);
    private readonly YuvToBgr _rows = new(coding, siting.Across);
    private readonly short[] _blue = new short[new I420Layout(size).ChromaWidth + ChromaRow.Edges];
    private readonly short[] _red = new short[new I420Layout(size).ChromaWidth + ChromaRow.Edges];

    /// <summary>Converts one picture: each byte is the exact value, with colours interpolated linearly, rounded.</summary>
    /// <param name="planes">Bytes as <see cref="I420Layout"/> says.</param>
    /// <param name="picture">Of the size given; written.</param>
    public void Convert(ReadOnlySpan<byte> planes, FrameView picture)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(picture.Format, size);
        int above = (int)siting.Down, below = ChromaPosition.End - siting.Down; // shares of the neighbour, in quarters
        for (int y = 0; y < size.Height; y++)
        {
            int near = y / 2, far = y % 2 == 0 ? Math.Max(near - 1, 0) : Math.Min(near + 1, _layout.ChromaHeight - 1);
            int share = y % 2 == 0 ? above : below;
            ChromaRow.Mix(planes[_layout.Blue(near)], planes[_layout.Blue(far)], share, _blue);
            ChromaRow.Mix(planes[_layout.Red(near)], planes[_layout.Red(far)], share, _red);
            _rows.Row(planes[_layout.Luma(y)], _blue, _red, picture.Row(y));
        }
    }
}
