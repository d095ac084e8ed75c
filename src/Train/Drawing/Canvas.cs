namespace LiveStyle.Train.Drawing;

/// <summary>A square picture to be painted on.</summary>
/// <param name="size">Pixels a side.</param>
internal sealed class Canvas(int size)
{
    private readonly Rgb[] _pixels = new Rgb[size * size];

    public int Size => size;

    public Rgb this[int x, int y]
    {
        get => _pixels[y * size + x];
        set => _pixels[y * size + x] = value;
    }

    /// <summary>A picture of what <paramref name="color"/> says for each pixel; it is asked from several threads.</summary>
    public static Canvas Of(int size, Func<int, int, Rgb> color)
    {
        Canvas canvas = new(size);
        Parallel.For(0, size, y =>
        {
            for (int x = 0; x < size; x++) canvas[x, y] = color(x, y);
        });
        return canvas;
    }

    /// <summary>The picture at half the size, each pixel the mean of four: how lines get smooth edges.</summary>
    public Canvas Halved() => Of(size / 2, (x, y) =>
        (this[2 * x, 2 * y] + this[2 * x + 1, 2 * y] + this[2 * x, 2 * y + 1] + this[2 * x + 1, 2 * y + 1]) * 0.25f);

    /// <returns>Packed 8-bit BGR, top row first.</returns>
    public byte[] ToBgr()
    {
        byte[] bytes = new byte[_pixels.Length * 3];
        for (int pixel = 0; pixel < _pixels.Length; pixel++)
            (bytes[3 * pixel], bytes[3 * pixel + 1], bytes[3 * pixel + 2]) = (Byte(_pixels[pixel].B), Byte(_pixels[pixel].G), Byte(_pixels[pixel].R));
        return bytes;
    }

    private static byte Byte(float value) => (byte)(Math.Clamp(value, 0, 1) * 255 + 0.5f);
}
