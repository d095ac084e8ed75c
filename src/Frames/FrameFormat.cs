namespace LiveStyle.Frames;

/// <summary>Size of a packed 8-bit BGR picture. Rows follow each other without padding.</summary>
/// <param name="Width">Pixels a row, at least 1.</param>
/// <param name="Height">Rows, at least 1.</param>
public readonly record struct FrameFormat(int Width, int Height)
{
    /// <summary>Bytes of one pixel: blue, green, red.</summary>
    public const int BytesPerPixel = 3;

    /// <summary>Bytes of one row.</summary>
    public int Stride => Width * BytesPerPixel;

    /// <summary>Bytes of the whole picture.</summary>
    public int ByteCount => checked(Stride * Height);

    /// <summary>The form that people type and read: <c>640x360</c>.</summary>
    public override string ToString() => $"{Width}x{Height}";
}
