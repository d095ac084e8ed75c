using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace LiveStyle.Stylize.Kernels;

/// <summary>Keeps the original's colours: luma of the stylized row, chroma of the original, BT.601 full range.</summary>
/// <remarks>
/// Y'CbCr is linear and grey has no chroma, so "its chroma with another luma" is "itself plus the difference of the lumas" in all three
/// colours: no conversion there and back.
/// </remarks>
internal static class RowRecolor
{
    // 0.114, 0.587, 0.299 in 1/256; they sum to 256, so that grey stays grey.
    private const int Blue = 29, Green = 150, Red = 77;
    private const byte None = 255;

    /// <summary>Gives the stylized row the colours of the original one.</summary>
    /// <param name="stylized">Packed BGR, rewritten.</param>
    /// <param name="original">Packed BGR, as long.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)] // else the first pictures take a hundred times as long
    public static void RecolorInPlace(Span<byte> stylized, ReadOnlySpan<byte> original)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(original.Length, stylized.Length);
        int done = 0;
        if (Vector128.IsHardwareAccelerated)
        {
            ref byte target = ref MemoryMarshal.GetReference(stylized), source = ref MemoryMarshal.GetReference(original);
            for (; done + 24 <= stylized.Length; done += 24)
                EightPixels(ref Unsafe.Add(ref target, done), ref Unsafe.Add(ref source, done));
        }

        RecolorInPlaceScalar(stylized[done..], original[done..]);
    }

    /// <summary>The plain form of <see cref="RecolorInPlace"/>.</summary>
    public static void RecolorInPlaceScalar(Span<byte> stylized, ReadOnlySpan<byte> original)
    {
        for (int i = 0; i < stylized.Length; i += 3)
        {
            int change = Luma(stylized[i..]) - Luma(original[i..]);
            for (int c = i; c < i + 3; c++) stylized[c] = (byte)Math.Clamp(original[c] + change, 0, 255);
        }
    }

    private static int Luma(ReadOnlySpan<byte> bgr) => ((bgr[0] * Blue) + (bgr[1] * Green) + (bgr[2] * Red) + 128) >> 8;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void EightPixels(ref byte stylized, ref byte original)
    {
        (Vector128<short> b, Vector128<short> g, Vector128<short> r) = Split(ref original);
        (Vector128<short> sb, Vector128<short> sg, Vector128<short> sr) = Split(ref stylized);
        Vector128<short> change = Luma(sb, sg, sr) - Luma(b, g, r);
        Vector128<byte> blueGreen = Vector128.Narrow(Clamp(b + change).AsUInt16(), Clamp(g + change).AsUInt16());
        Vector128<byte> red = Vector128.Narrow(Clamp(r + change).AsUInt16(), Vector128<ushort>.Zero);
        Vector128<byte> low =
            Vector128.Shuffle(blueGreen, Vector128.Create((byte)0, 8, None, 1, 9, None, 2, 10, None, 3, 11, None, 4, 12, None, 5)) |
            Vector128.Shuffle(red, Vector128.Create(None, None, 0, None, None, 1, None, None, 2, None, None, 3, None, None, 4, None));
        Vector128<byte> high =
            Vector128.Shuffle(blueGreen, Vector128.Create((byte)13, None, 6, 14, None, 7, 15, None, None, None, None, None, None, None, None, None)) |
            Vector128.Shuffle(red, Vector128.Create(None, 5, None, None, 6, None, None, 7, None, None, None, None, None, None, None, None));
        low.StoreUnsafe(ref stylized);
        high.GetLower().StoreUnsafe(ref stylized, 16);
    }

    /// <summary>24 bytes as two overlapping loads of 16: bytes 0..15 and 8..23.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (Vector128<short> Blue, Vector128<short> Green, Vector128<short> Red) Split(ref byte bgr)
    {
        Vector128<byte> low = Vector128.LoadUnsafe(ref bgr), high = Vector128.LoadUnsafe(ref bgr, 8);
        return (Take(low, high, 0), Take(low, high, 1), Take(low, high, 2));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<short> Take(Vector128<byte> low, Vector128<byte> high, byte c) =>
        (Vector128.Shuffle(low, Vector128.Create(
            c, None, (byte)(c + 3), None, (byte)(c + 6), None, (byte)(c + 9), None, None, None, None, None, None, None, None, None)) |
         Vector128.Shuffle(high, Vector128.Create(
            None, None, None, None, None, None, None, None, (byte)(c + 4), None, (byte)(c + 7), None, (byte)(c + 10), None, (byte)(c + 13), None)))
        .AsInt16();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<short> Luma(Vector128<short> blue, Vector128<short> green, Vector128<short> red) =>
        (((blue * Blue) + (green * Green) + (red * Red) + Vector128.Create((short)128)).AsUInt16() >>> 8).AsInt16();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<short> Clamp(Vector128<short> value) =>
        Vector128.Min(Vector128.Max(value, Vector128<short>.Zero), Vector128.Create((short)255));
}
