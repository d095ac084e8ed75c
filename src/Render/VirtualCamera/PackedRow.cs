using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace LiveStyle.Render.VirtualCamera;

/// <summary>Two rows of bytes to one that has them in turn.</summary>
internal static class PackedRow
{
    /// <summary>First, second, first, second.</summary>
    /// <param name="first">Bytes.</param>
    /// <param name="second">As many.</param>
    /// <param name="packed">Twice as many, written.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)] // else the first pictures take a hundred times as long
    public static void Pack(ReadOnlySpan<byte> first, ReadOnlySpan<byte> second, Span<byte> packed)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(second.Length, first.Length);
        ArgumentOutOfRangeException.ThrowIfNotEqual(packed.Length, 2 * first.Length);
        int x = 0;
        if (Vector256.IsHardwareAccelerated)
        {
            ref byte one = ref MemoryMarshal.GetReference(first), other = ref MemoryMarshal.GetReference(second);
            ref byte target = ref MemoryMarshal.GetReference(packed);
            for (; x <= first.Length - Vector128<byte>.Count; x += Vector128<byte>.Count)
            {
                Vector256<ushort> a = Words(Vector128.LoadUnsafe(ref one, (nuint)x)), b = Words(Vector128.LoadUnsafe(ref other, (nuint)x));
                (a | (b << 8)).AsByte().StoreUnsafe(ref target, (nuint)x * 2);
            }
        }

        for (; x < first.Length; x++) (packed[2 * x], packed[2 * x + 1]) = (first[x], second[x]);
    }

    private static Vector256<ushort> Words(Vector128<byte> bytes) => Vector256.WidenLower(bytes.ToVector256Unsafe());
}
