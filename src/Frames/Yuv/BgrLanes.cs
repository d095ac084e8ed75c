using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace LiveStyle.Frames.Yuv;

/// <summary>16 pixels of packed BGR, apart in registers and together in memory.</summary>
internal static class BgrLanes
{
    /// <summary>Pixels.</summary>
    public const int Count = 16;

    private const byte No = 255; // an index outside gives 0

    /// <summary>Blue, green and red of the 16 pixels at <paramref name="offset"/>: 48 bytes are read.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (Vector128<byte> Blue, Vector128<byte> Green, Vector128<byte> Red) Load(ref byte pixels, nuint offset)
    {
        Vector128<byte> first = Vector128.LoadUnsafe(ref pixels, offset);
        Vector128<byte> second = Vector128.LoadUnsafe(ref pixels, offset + 16);
        Vector128<byte> third = Vector128.LoadUnsafe(ref pixels, offset + 32);
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

    /// <summary>The inverse of <see cref="Load"/>: 48 bytes are written.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Vector128<byte> blue, Vector128<byte> green, Vector128<byte> red, ref byte pixels, nuint offset)
    {
        Vector128<byte> first =
            Vector128.Shuffle(blue, Vector128.Create((byte)0, No, No, 1, No, No, 2, No, No, 3, No, No, 4, No, No, 5)) |
            Vector128.Shuffle(green, Vector128.Create(No, 0, No, No, 1, No, No, 2, No, No, 3, No, No, 4, No, No)) |
            Vector128.Shuffle(red, Vector128.Create(No, No, 0, No, No, 1, No, No, 2, No, No, 3, No, No, 4, No));
        Vector128<byte> second =
            Vector128.Shuffle(blue, Vector128.Create(No, No, 6, No, No, 7, No, No, 8, No, No, 9, No, No, 10, No)) |
            Vector128.Shuffle(green, Vector128.Create((byte)5, No, No, 6, No, No, 7, No, No, 8, No, No, 9, No, No, 10)) |
            Vector128.Shuffle(red, Vector128.Create(No, 5, No, No, 6, No, No, 7, No, No, 8, No, No, 9, No, No));
        Vector128<byte> third =
            Vector128.Shuffle(blue, Vector128.Create(No, 11, No, No, 12, No, No, 13, No, No, 14, No, No, 15, No, No)) |
            Vector128.Shuffle(green, Vector128.Create(No, No, 11, No, No, 12, No, No, 13, No, No, 14, No, No, 15, No)) |
            Vector128.Shuffle(red, Vector128.Create((byte)10, No, No, 11, No, No, 12, No, No, 13, No, No, 14, No, No, 15));
        first.StoreUnsafe(ref pixels, offset);
        second.StoreUnsafe(ref pixels, offset + 16);
        third.StoreUnsafe(ref pixels, offset + 32);
    }
}
