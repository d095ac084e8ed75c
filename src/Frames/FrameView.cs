namespace LiveStyle.Frames;

/// <summary>A borrowed look at a frame's pixels: packed 8-bit BGR, top row first. A ref struct, so that nobody can keep it.</summary>
public readonly ref struct FrameView(Span<byte> pixels, FrameFormat format)
{
    /// <summary>All bytes: <c>Height</c> rows of <c>Stride</c> bytes, blue, green, red, 0..255.</summary>
    public Span<byte> Pixels { get; } = pixels;

    /// <summary>Size of the picture.</summary>
    public FrameFormat Format { get; } = format;

    /// <summary>The bytes of row <paramref name="y"/>, counted from the top.</summary>
    public Span<byte> Row(int y) => Pixels.Slice(y * Format.Stride, Format.Stride);
}
