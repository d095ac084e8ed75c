namespace LiveStyle.Stylize.Kernels;

/// <summary>The picture that a network's tensor holds.</summary>
/// <param name="Width">Pixels a row, the border and the padding included.</param>
/// <param name="Height">Rows, the border and the padding included.</param>
/// <param name="Colors">Order of the colours in the channels.</param>
internal readonly record struct TensorShape(int Width, int Height, ColorOrder Colors)
{
    /// <summary>Elements of the tensor, in any layout.</summary>
    public int Length => checked(Width * Height * 3);

    /// <summary>The tensor's colour number of byte <paramref name="byteOfPixel"/> of a BGR pixel.</summary>
    public int Channel(int byteOfPixel) => Colors == ColorOrder.Rgb ? 2 - byteOfPixel : byteOfPixel;
}
