using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace LiveStyle.Frames.Yuv;

/// <summary>Rows of packed BGR to rows of Y, and of U and V at half the width. Each byte is the exact value, rounded.</summary>
/// <param name="coding">How the numbers shall mean colours.</param>
/// <param name="across">Where a colour sample stands beside its two pixels: on the first, whose neighbours then count too, or between them.</param>
public sealed class BgrToYuv(YuvCoding coding, ChromaPosition across)
{
    private const int Parts = 8; // a colour is a sum over two rows, each of four quarters

    private readonly bool _onFirst = across switch
    {
        ChromaPosition.Start => true,
        ChromaPosition.Middle => false,
        _ => throw new ArgumentOutOfRangeException(nameof(across), across, "No file has its colours there."),
    };

    private readonly BgrWeights _luma = BgrWeights.Of(coding.Matrix.Blue, coding.Matrix.Red, sum: 1, coding.LumaSteps / 255.0, coding.Black);

    private readonly BgrWeights _blue = BgrWeights.Of(
        0.5, -coding.Matrix.Red / (2 * (1 - coding.Matrix.Blue)), sum: 0, coding.ChromaSteps / (255.0 * Parts), 128);

    private readonly BgrWeights _red = BgrWeights.Of(
        -coding.Matrix.Blue / (2 * (1 - coding.Matrix.Red)), 0.5, sum: 0, coding.ChromaSteps / (255.0 * Parts), 128);

    /// <summary>Brightness.</summary>
    /// <param name="bgr">Three bytes a pixel.</param>
    /// <param name="luma">Written: a byte a pixel.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)] // else the first pictures take a hundred times as long
    public void Luma(ReadOnlySpan<byte> bgr, Span<byte> luma)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(bgr.Length, luma.Length * FrameFormat.BytesPerPixel);
        int x = 0;
        if (Vector256.IsHardwareAccelerated)
        {
            ref byte pixels = ref MemoryMarshal.GetReference(bgr), target = ref MemoryMarshal.GetReference(luma);
            BgrWeights weights = _luma; // read once: the stores could change a field
            for (; x <= luma.Length - BgrLanes.Count; x += BgrLanes.Count)
            {
                (Vector128<byte> b, Vector128<byte> g, Vector128<byte> r) = BgrLanes.Load(ref pixels, (nuint)x * FrameFormat.BytesPerPixel);
                (Vector256<int> evenB, Vector256<int> oddB) = FixedPoint.Numbers(b);
                (Vector256<int> evenG, Vector256<int> oddG) = FixedPoint.Numbers(g);
                (Vector256<int> evenR, Vector256<int> oddR) = FixedPoint.Numbers(r);
                FixedPoint.ToBytes(weights.Sum(evenB, evenG, evenR), weights.Sum(oddB, oddG, oddR)).StoreUnsafe(ref target, (nuint)x);
            }
        }

        for (; x < luma.Length; x++)
        {
            ReadOnlySpan<byte> pixel = bgr.Slice(x * FrameFormat.BytesPerPixel, FrameFormat.BytesPerPixel);
            luma[x] = FixedPoint.ToByte(_luma.Sum(pixel[0], pixel[1], pixel[2]));
        }
    }

    /// <summary>Colour, one sample for two by two pixels: of the mean of their rows.</summary>
    /// <param name="upper">Three bytes a pixel.</param>
    /// <param name="lower">As many; the same row for a sample that belongs to two pixels of it.</param>
    /// <param name="blue">Written: U, half as many bytes as there are pixels in a row, rounded up.</param>
    /// <param name="red">Written: V, as many.</param>
    public void Chroma(ReadOnlySpan<byte> upper, ReadOnlySpan<byte> lower, Span<byte> blue, Span<byte> red)
    {
        int pixels = upper.Length / FrameFormat.BytesPerPixel;
        ArgumentOutOfRangeException.ThrowIfNotEqual(lower.Length, upper.Length);
        ArgumentOutOfRangeException.ThrowIfNotEqual(blue.Length, (pixels + 1) / 2);
        ArgumentOutOfRangeException.ThrowIfNotEqual(red.Length, blue.Length);
        for (int x = Vector256.IsHardwareAccelerated ? Vectors(upper, lower, blue, red) : 0; x < blue.Length; x++)
        {
            int b = Sum(upper, lower, x, 0), g = Sum(upper, lower, x, 1), r = Sum(upper, lower, x, 2);
            (blue[x], red[x]) = (FixedPoint.ToByte(_blue.Sum(b, g, r)), FixedPoint.ToByte(_red.Sum(b, g, r)));
        }
    }

    /// <returns>Samples that were made.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)] // else the first pictures take a hundred times as long
    private int Vectors(ReadOnlySpan<byte> upper, ReadOnlySpan<byte> lower, Span<byte> blue, Span<byte> red)
    {
        ref byte above = ref MemoryMarshal.GetReference(upper), below = ref MemoryMarshal.GetReference(lower);
        var blues = new PairSums(upper[0] + lower[0]);
        var greens = new PairSums(upper[1] + lower[1]);
        var reds = new PairSums(upper[2] + lower[2]);
        (BgrWeights weightsOfU, BgrWeights weightsOfV, bool onFirst) = (_blue, _red, _onFirst);
        int x = 0, whole = upper.Length / FrameFormat.BytesPerPixel / BgrLanes.Count * Vector256<int>.Count;
        for (; x < whole; x += Vector256<int>.Count)
        {
            nuint offset = (nuint)x * 2 * FrameFormat.BytesPerPixel;
            (Vector128<byte> b0, Vector128<byte> g0, Vector128<byte> r0) = BgrLanes.Load(ref above, offset);
            (Vector128<byte> b1, Vector128<byte> g1, Vector128<byte> r1) = BgrLanes.Load(ref below, offset);
            Vector256<int> b = blues.Next(b0, b1, onFirst), g = greens.Next(g0, g1, onFirst), r = reds.Next(r0, r1, onFirst);
            Vector128<ushort> u = FixedPoint.ToBytes(weightsOfU.Sum(b, g, r)).AsUInt16(), v = FixedPoint.ToBytes(weightsOfV.Sum(b, g, r)).AsUInt16();
            Vector128.Narrow(u, u).GetLower().CopyTo(blue[x..]);
            Vector128.Narrow(v, v).GetLower().CopyTo(red[x..]);
        }

        return x;
    }

    /// <summary>Eight times a channel's mean: the plain form of <see cref="PairSums"/>.</summary>
    private int Sum(ReadOnlySpan<byte> upper, ReadOnlySpan<byte> lower, int x, int channel)
    {
        int last = upper.Length - FrameFormat.BytesPerPixel + channel, first = (2 * x * FrameFormat.BytesPerPixel) + channel;
        int second = Math.Min(first + FrameFormat.BytesPerPixel, last);
        int other = _onFirst ? Math.Max(first - FrameFormat.BytesPerPixel, channel) : second;
        return (2 * (upper[first] + lower[first])) + upper[second] + lower[second] + upper[other] + lower[other];
    }
}
