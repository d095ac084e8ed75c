using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace LiveStyle.Frames.Yuv;

/// <summary>
/// Integers that stand for fractions, so that every machine and every vector gives the same bytes: with 20 bits behind the point a byte is
/// the exact value rounded, unless that lies within 0.004 of a half.
/// </summary>
internal static class FixedPoint
{
    /// <summary>Bits behind the point.</summary>
    public const int Bits = 20;

    /// <summary>The nearest.</summary>
    public static int Of(double value) => (int)Math.Round(value * (1 << Bits));

    /// <summary>A sum that half of a byte's step was added to, as a byte.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static byte ToByte(int sum) => (byte)Math.Clamp(sum >> Bits, byte.MinValue, byte.MaxValue);

    /// <summary>Eight of them, in words.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<short> ToBytes(Vector256<int> sums)
    {
        Vector256<int> whole = sums >> Bits;
        Vector128<short> words = Vector128.NarrowWithSaturation(whole.GetLower(), whole.GetUpper());
        return Vector128.Min(Vector128.Max(words, Vector128<short>.Zero), Vector128.Create((short)byte.MaxValue));
    }

    /// <summary>Sixteen bytes of those at even and those at odd places.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<byte> ToBytes(Vector256<int> even, Vector256<int> odd) => (ToBytes(even) | (ToBytes(odd) << 8)).AsByte();

    /// <summary>The bytes at even and at odd places, as numbers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (Vector256<int> Even, Vector256<int> Odd) Numbers(Vector128<byte> bytes) =>
        (Widened((bytes.AsUInt16() & Vector128.Create((ushort)0xFF)).AsInt16()), Widened((bytes.AsUInt16() >>> 8).AsInt16()));

    /// <summary>Eight words as numbers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<int> Widened(Vector128<short> words) => Vector256.WidenLower(words.ToVector256Unsafe());
}
