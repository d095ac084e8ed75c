namespace LiveStyle.Frames.Yuv;

/// <summary>Where the three planes of an 8-bit 4:2:0 picture lie in its bytes: Y, then U and V at half the size, which is rounded up.</summary>
/// <param name="Size">Size of the picture.</param>
public readonly record struct I420Layout(FrameFormat Size)
{
    /// <summary>Samples of a row of U or V.</summary>
    public int ChromaWidth => (Size.Width + 1) / 2;

    /// <summary>Rows of U or V.</summary>
    public int ChromaHeight => (Size.Height + 1) / 2;

    /// <summary>Bytes of the whole picture.</summary>
    public int ByteCount => checked(LumaBytes + (2 * ChromaBytes));

    private int LumaBytes => checked(Size.Width * Size.Height);

    private int ChromaBytes => ChromaWidth * ChromaHeight;

    /// <summary>The bytes of row <paramref name="y"/> of Y.</summary>
    public Range Luma(int y) => Row(y * Size.Width, Size.Width);

    /// <summary>The bytes of row <paramref name="y"/> of U, counted in its plane.</summary>
    public Range Blue(int y) => Row(LumaBytes + (y * ChromaWidth), ChromaWidth);

    /// <summary>The bytes of row <paramref name="y"/> of V, counted in its plane.</summary>
    public Range Red(int y) => Row(LumaBytes + ChromaBytes + (y * ChromaWidth), ChromaWidth);

    private static Range Row(int start, int length) => new(start, start + length);
}
