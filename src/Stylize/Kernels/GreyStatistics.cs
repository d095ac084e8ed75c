using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using LiveStyle.Frames;

namespace LiveStyle.Stylize.Kernels;

/// <summary>Mean and standard deviation of a frame's grey value. Every pixel counts: it costs less than a tenth of a millisecond.</summary>
internal static class GreyStatistics
{
    private const float Red = 0.299f, Green = 0.587f, Blue = 0.114f;

    // Sums are taken of grey - 128: float32 then keeps the deviation of a bright, flat frame.
    private const float Middle = 128f;

    /// <summary>Statistics of packed BGR pixels.</summary>
    public static FrameStatistics Of(ReadOnlySpan<byte> pixels, FrameFormat format)
    {
        double sum = 0, squares = 0;
        for (int y = 0; y < format.Height; y++)
        {
            (float rowSum, float rowSquares) = Row(pixels.Slice(y * format.Stride, format.Stride));
            sum += rowSum;
            squares += rowSquares;
        }

        return FromSums(sum, squares, (double)format.Width * format.Height);
    }

    /// <summary>The plain form of <see cref="Of"/>.</summary>
    public static FrameStatistics OfScalar(ReadOnlySpan<byte> pixels)
    {
        double sum = 0, squares = 0;
        for (int i = 0; i < pixels.Length; i += 3)
        {
            double grey = (pixels[i] * (double)Blue) + (pixels[i + 1] * (double)Green) + (pixels[i + 2] * (double)Red) - Middle;
            sum += grey;
            squares += grey * grey;
        }

        return FromSums(sum, squares, pixels.Length / 3);
    }

    private static FrameStatistics FromSums(double sum, double squares, double count)
    {
        double mean = sum / count;
        double deviation = Math.Sqrt(Math.Max(0, (squares / count) - (mean * mean)));
        return new FrameStatistics((float)((mean + Middle) / 255), (float)(deviation / 255));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)] // else the first pictures take a hundred times as long
    private static (float Sum, float Squares) Row(ReadOnlySpan<byte> row)
    {
        float sum = 0, squares = 0;
        int done = 0;
        if (Vector256.IsHardwareAccelerated)
        {
            ref uint source = ref Unsafe.As<byte, uint>(ref MemoryMarshal.GetReference(row));
            Vector256<float> sums = Vector256<float>.Zero, squareSums = Vector256<float>.Zero;
            for (; done + 96 <= row.Length; done += 96)
            {
                ref uint words = ref Unsafe.Add(ref source, done / 4);
                (Vector256<uint> a, Vector256<uint> b, Vector256<uint> c) = DwordTriples.Split(
                    Vector256.LoadUnsafe(ref words), Vector256.LoadUnsafe(ref words, 8), Vector256.LoadUnsafe(ref words, 16));
                Add(Grey(Byte(a, 0), Byte(a, 1), Byte(a, 2)), ref sums, ref squareSums);
                Add(Grey(Byte(a, 3), Byte(b, 0), Byte(b, 1)), ref sums, ref squareSums);
                Add(Grey(Byte(b, 2), Byte(b, 3), Byte(c, 0)), ref sums, ref squareSums);
                Add(Grey(Byte(c, 1), Byte(c, 2), Byte(c, 3)), ref sums, ref squareSums);
            }

            (sum, squares) = (Vector256.Sum(sums), Vector256.Sum(squareSums));
        }

        for (; done < row.Length; done += 3)
        {
            float grey = (row[done] * Blue) + (row[done + 1] * Green) + (row[done + 2] * Red) - Middle;
            sum += grey;
            squares += grey * grey;
        }

        return (sum, squares);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> Byte(Vector256<uint> words, int b) =>
        Vector256.ConvertToSingle(((words >>> (8 * b)) & Vector256.Create(0xFFu)).AsInt32());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> Grey(Vector256<float> blue, Vector256<float> green, Vector256<float> red) =>
        (blue * Blue) + (green * Green) + (red * Red) - Vector256.Create(Middle);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Add(Vector256<float> grey, ref Vector256<float> sums, ref Vector256<float> squares)
    {
        sums += grey;
        squares += grey * grey;
    }
}
