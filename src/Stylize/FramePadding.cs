using LiveStyle.Frames;
using LiveStyle.Stylize.Kernels;

namespace LiveStyle.Stylize;

/// <summary>
/// Puts a picture into the larger one that a network sees: around it a border of its own reflection, and to the right and below as much
/// more reflection as fills the network's size multiple.
/// </summary>
/// <remarks>The reflection leaves the edge pixel out, as PyTorch's ReflectionPad2d; a picture narrower than the border is reflected again
/// and again.</remarks>
internal sealed class FramePadding
{
    private readonly FrameFormat _format;
    private readonly int[] _columns; // of the padded row: the picture's column
    private readonly byte[] _row;

    /// <summary>Padding for frames of <paramref name="format"/>.</summary>
    public FramePadding(FrameFormat format, PictureForm picture)
    {
        (_format, Border) = (format, picture.Border);
        Shape = new TensorShape(
            RoundUp(format.Width + (2 * Border), picture.Multiple), RoundUp(format.Height + (2 * Border), picture.Multiple), picture.Colors);
        _columns = [.. Enumerable.Range(0, Shape.Width).Select(x => Reflect(x - Border, format.Width))];
        _row = new byte[Shape.Width * FrameFormat.BytesPerPixel];
    }

    /// <summary>The picture that the network sees.</summary>
    public TensorShape Shape { get; }

    /// <summary>Where the frame's first pixel lies in it, in both directions.</summary>
    public int Border { get; }

    /// <summary>Row <paramref name="y"/> of the padded picture, packed BGR. Valid until the next call.</summary>
    public ReadOnlySpan<byte> Row(ReadOnlySpan<byte> pixels, int y)
    {
        const int pixel = FrameFormat.BytesPerPixel;
        ReadOnlySpan<byte> source = pixels.Slice(Reflect(y - Border, _format.Height) * _format.Stride, _format.Stride);
        source.CopyTo(_row.AsSpan(Border * pixel));
        Fill(source, 0, Border);
        Fill(source, Border + _format.Width, Shape.Width);
        return _row;
    }

    /// <summary>The place in 0..<paramref name="length"/>-1 that is seen at <paramref name="position"/> between two mirrors.</summary>
    public static int Reflect(int position, int length)
    {
        if (length == 1) return 0;
        int period = 2 * (length - 1);
        int inPeriod = ((position % period) + period) % period;
        return inPeriod < length ? inPeriod : period - inPeriod;
    }

    private void Fill(ReadOnlySpan<byte> source, int from, int to)
    {
        for (int x = from; x < to; x++)
        {
            for (int c = 0; c < FrameFormat.BytesPerPixel; c++)
                _row[(x * FrameFormat.BytesPerPixel) + c] = source[(_columns[x] * FrameFormat.BytesPerPixel) + c];
        }
    }

    private static int RoundUp(int value, int multiple) => checked(value + multiple - 1) / multiple * multiple;
}
