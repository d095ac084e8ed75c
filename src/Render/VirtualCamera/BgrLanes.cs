using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace LiveStyle.Render.VirtualCamera;

/// <summary>16 pixels of packed BGR in registers.</summary>
internal static class BgrLanes
{
    /// <summary>Blue, green and red of the 16 pixels at <paramref name="offset"/>: 48 bytes are read.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (Vector128<byte> Blue, Vector128<byte> Green, Vector128<byte> Red) Load(ref byte pixels, nuint offset)
    {
        Vector128<byte> first = Vector128.LoadUnsafe(ref pixels, offset);
        Vector128<byte> second = Vector128.LoadUnsafe(ref pixels, offset + 16);
        Vector128<byte> third = Vector128.LoadUnsafe(ref pixels, offset + 32);
        const byte No = 255; // an index outside gives 0
        return (
            Vector128.Shuffle(first, Vector128.Create((byte)0, 3, 6, 9, 12, 15, No, No, No, No, No, No, No, No, No, No)) |
            Vector128.Shuffle(second, Vector128.Create(No, No, No, No, No, No, 2, 5, 8, 11, 14, No, No, No, No, No)) |
            Vector128.Shuffle(third, Vector128.Create(No, No, No, No, No, No, No, No, No, No, No, 1, 4, 7, 10, 13)),
            Vector128.Shuffle(first, Vector128.Create((byte)1, 4, 7, 10, 13, No, No, No, No, No, No, No, No, No, No, No)) |
            Vector128.Shuffle(second, Vector128.Create(No, No, No, No, No, 0, 3, 6, 9, 12, 15, No, No, No, No, No)) |
            Vector128.Shuffle(third, Vector128.Create(No, No, No, No, No, No, No, No, No, No, No, 2, 5, 8, 11, 14)),
            Vector128.Shuffle(first, Vector128.Create((byte)2, 5, 8, 11, 14, No, No, No, No, No, No, No, No, No, No, No)) |
            Vector128.Shuffle(second, Vector128.Create(No, No, No, No, No, 1, 4, 7, 10, 13, No, No, No, No, No, No)) |
            Vector128.Shuffle(third, Vector128.Create(No, No, No, No, No, No, No, No, No, No, 0, 3, 6, 9, 12, 15)));
    }

    /// <summary>Rounded means of blocks of two by two out of one channel of two rows: eight of them.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<short> MeanOfFour(Vector128<byte> upper, Vector128<byte> lower) =>
        (SumOfPairs(upper) + SumOfPairs(lower) + Vector128.Create((ushort)2) >>> 2).AsInt16();

    /// <summary>Rounded means of neighbours out of one channel: eight of them.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<short> MeanOfTwo(Vector128<byte> bytes) => (SumOfPairs(bytes) + Vector128.Create((ushort)1) >>> 1).AsInt16();

    /// <summary>Bytes of <paramref name="a"/> and <paramref name="b"/> in turn, from their lower halves.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<byte> ZipLower(Vector128<byte> a, Vector128<byte> b) =>
        (Vector128.WidenLower(a) | Vector128.WidenLower(b) << 8).AsByte();

    /// <summary>Bytes of <paramref name="a"/> and <paramref name="b"/> in turn, from their upper halves.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<byte> ZipUpper(Vector128<byte> a, Vector128<byte> b) =>
        (Vector128.WidenUpper(a) | Vector128.WidenUpper(b) << 8).AsByte();

    private static Vector128<ushort> SumOfPairs(Vector128<byte> bytes) =>
        (bytes.AsUInt16() & Vector128.Create((ushort)0xFF)) + (bytes.AsUInt16() >>> 8);
}
