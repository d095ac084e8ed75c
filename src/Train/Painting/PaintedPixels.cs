namespace LiveStyle.Train.Painting;

/// <summary>A picture outside of the tensor world.</summary>
/// <param name="Width">Pixels a row.</param>
/// <param name="Height">Rows.</param>
/// <param name="Bgr">Packed 8-bit BGR, top row first.</param>
public sealed record PaintedPixels(int Width, int Height, byte[] Bgr);
