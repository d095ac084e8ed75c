using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace LiveStyle.Frames.Yuv;

/// <summary>Rows of Y, U and V to rows of packed BGR. U and V are interpolated linearly; each byte is the exact value, rounded.</summary>
/// <param name="coding">How the numbers mean colours.</param>
/// <param name="across">Where a colour sample stands beside its two pixels.</param>
internal sealed class YuvToBgr(YuvCoding coding, ChromaPosition across)
{
    private const int Parts = ChromaRow.Whole * ChromaRow.Whole; // of a sample: quarters of two rows, each of two columns

    private readonly int _before = (int)across, _after = ChromaPosition.End - across; // a neighbour's share, in quarters
    private readonly int _luma = FixedPoint.Of(255.0 / coding.LumaSteps);
    private readonly int _offset = FixedPoint.Of(0.5) - (coding.Black * FixedPoint.Of(255.0 / coding.LumaSteps));
    private readonly int _blueOfBlue = Weight(coding, 2 * (1 - coding.Matrix.Blue));
    private readonly int _redOfRed = Weight(coding, 2 * (1 - coding.Matrix.Red));
    private readonly int _greenOfBlue = Weight(coding, -2 * (1 - coding.Matrix.Blue) * coding.Matrix.Blue / coding.Matrix.Green);
    private readonly int _greenOfRed = Weight(coding, -2 * (1 - coding.Matrix.Red) * coding.Matrix.Red / coding.Matrix.Green);

    /// <summary>Converts one row.</summary>
    /// <param name="luma">Y, a byte a pixel.</param>
    /// <param name="blue">U by <see cref="ChromaRow.Mix"/>: a sample for two pixels, rounded up, and the edges.</param>
    /// <param name="red">V alike.</param>
    /// <param name="bgr">Written: three bytes a pixel.</param>
    public void Row(ReadOnlySpan<byte> luma, ReadOnlySpan<short> blue, ReadOnlySpan<short> red, Span<byte> bgr)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(blue.Length, ((luma.Length + 1) / 2) + ChromaRow.Edges);
        ArgumentOutOfRangeException.ThrowIfNotEqual(red.Length, blue.Length);
        ArgumentOutOfRangeException.ThrowIfNotEqual(bgr.Length, luma.Length * FrameFormat.BytesPerPixel);
        int x = Vector256.IsHardwareAccelerated ? Vectors(luma, blue, red, bgr) : 0;
        for (; x < luma.Length; x++)
        {
            int y = (luma[x] * _luma) + _offset, u = Between(blue, x), v = Between(red, x);
            Span<byte> pixel = bgr.Slice(x * FrameFormat.BytesPerPixel, FrameFormat.BytesPerPixel);
            pixel[0] = FixedPoint.ToByte(y + (u * _blueOfBlue));
            pixel[1] = FixedPoint.ToByte(y + (u * _greenOfBlue) + (v * _greenOfRed));
            pixel[2] = FixedPoint.ToByte(y + (v * _redOfRed));
        }
    }

    /// <returns>Pixels that were converted.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)] // else the first pictures take a hundred times as long
    private int Vectors(ReadOnlySpan<byte> luma, ReadOnlySpan<short> blue, ReadOnlySpan<short> red, Span<byte> bgr)
    {
        ref byte source = ref MemoryMarshal.GetReference(luma), target = ref MemoryMarshal.GetReference(bgr);
        ref short blues = ref MemoryMarshal.GetReference(blue), reds = ref MemoryMarshal.GetReference(red);
        Vector256<int> scale = Vector256.Create(_luma), offset = Vector256.Create(_offset); // read once: the stores could change a field
        Vector256<int> blueOfBlue = Vector256.Create(_blueOfBlue), redOfRed = Vector256.Create(_redOfRed);
        Vector256<int> greenOfBlue = Vector256.Create(_greenOfBlue), greenOfRed = Vector256.Create(_greenOfRed);
        Vector128<short> before = Vector128.Create((short)_before), after = Vector128.Create((short)_after);
        int x = 0;
        for (; x <= luma.Length - BgrLanes.Count; x += BgrLanes.Count)
        {
            (Vector256<int> evenY, Vector256<int> oddY) = FixedPoint.Numbers(Vector128.LoadUnsafe(ref source, (nuint)x));
            (Vector256<int> evenU, Vector256<int> oddU) = Between(ref blues, x / 2, before, after);
            (Vector256<int> evenV, Vector256<int> oddV) = Between(ref reds, x / 2, before, after);
            (evenY, oddY) = ((evenY * scale) + offset, (oddY * scale) + offset);
            BgrLanes.Store(
                FixedPoint.ToBytes(evenY + (evenU * blueOfBlue), oddY + (oddU * blueOfBlue)),
                FixedPoint.ToBytes(evenY + (evenU * greenOfBlue) + (evenV * greenOfRed), oddY + (oddU * greenOfBlue) + (oddV * greenOfRed)),
                FixedPoint.ToBytes(evenY + (evenV * redOfRed), oddY + (oddV * redOfRed)),
                ref target, (nuint)x * FrameFormat.BytesPerPixel);
        }

        return x;
    }

    /// <summary>Sixteenths of the eight samples from <paramref name="i"/> on, at their even and at their odd pixels.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (Vector256<int> Even, Vector256<int> Odd) Between(ref short row, int i, Vector128<short> before, Vector128<short> after)
    {
        Vector128<short> own = Vector128.LoadUnsafe(ref row, (nuint)i + 1), whole = own * (short)ChromaRow.Whole;
        return (
            FixedPoint.Widened(whole + ((Vector128.LoadUnsafe(ref row, (nuint)i) - own) * before)),
            FixedPoint.Widened(whole + ((Vector128.LoadUnsafe(ref row, (nuint)i + 2) - own) * after)));
    }

    private int Between(ReadOnlySpan<short> row, int x)
    {
        int own = row[(x / 2) + 1];
        return x % 2 == 0
            ? (row[x / 2] * _before) + (own * (ChromaRow.Whole - _before))
            : (row[(x / 2) + 2] * _after) + (own * (ChromaRow.Whole - _after));
    }

    private static int Weight(YuvCoding coding, double share) => FixedPoint.Of(share * 255 / coding.ChromaSteps / Parts);
}
