using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using LiveStyle.Frames;

namespace LiveStyle.Render.VirtualCamera;

/// <summary>Rows of BGR bytes to rows of YUV bytes: BT.601, limited range (Y 16..235, U and V 16..240), within 1 of the exact values.</summary>
/// <remarks>
/// Weights in 1/256, as ITU-R BT.601-7 section 2.5.1 rounds to: exact for grey, and every sum fits 16 bits. 16 pixels at a time where the
/// processor can, with the same arithmetic as one at a time.
/// </remarks>
internal static class YuvRows
{
    private const int Lane = 16, Half = 128, Black = 16;

    /// <summary>Brightness.</summary>
    /// <param name="bgr">Packed pixels.</param>
    /// <param name="luma">As many bytes as there are pixels.</param>
    public static void Luma(ReadOnlySpan<byte> bgr, Span<byte> luma)
    {
        int x = 0;
        ref byte pixels = ref MemoryMarshal.GetReference(bgr), target = ref MemoryMarshal.GetReference(luma);
        for (; Vector128.IsHardwareAccelerated && x <= luma.Length - Lane; x += Lane)
        {
            (Vector128<byte> b, Vector128<byte> g, Vector128<byte> r) = BgrLanes.Load(ref pixels, (nuint)x * FrameFormat.BytesPerPixel);
            Luma(b, g, r).StoreUnsafe(ref target, (nuint)x);
        }

        for (; x < luma.Length; x++) luma[x] = Luma(bgr, x);
    }

    /// <summary>Colour of blocks of two by two pixels: the colour of their mean.</summary>
    /// <param name="upper">Packed pixels of an even row.</param>
    /// <param name="lower">Those of the row below.</param>
    /// <param name="blue">U; half as many bytes as there are pixels in a row.</param>
    /// <param name="red">V; as many.</param>
    public static void Chroma(ReadOnlySpan<byte> upper, ReadOnlySpan<byte> lower, Span<byte> blue, Span<byte> red)
    {
        int x = 0;
        ref byte above = ref MemoryMarshal.GetReference(upper), below = ref MemoryMarshal.GetReference(lower);
        for (; Vector128.IsHardwareAccelerated && x <= blue.Length - Lane / 2; x += Lane / 2)
        {
            nuint offset = (nuint)x * 2 * FrameFormat.BytesPerPixel;
            (Vector128<byte> b0, Vector128<byte> g0, Vector128<byte> r0) = BgrLanes.Load(ref above, offset);
            (Vector128<byte> b1, Vector128<byte> g1, Vector128<byte> r1) = BgrLanes.Load(ref below, offset);
            Vector128<short> b = BgrLanes.MeanOfFour(b0, b1), g = BgrLanes.MeanOfFour(g0, g1), r = BgrLanes.MeanOfFour(r0, r1);
            (Vector128<ushort> u, Vector128<ushort> v) = Chroma(b, g, r);
            Vector128.Narrow(u, u).GetLower().CopyTo(blue[x..]);
            Vector128.Narrow(v, v).GetLower().CopyTo(red[x..]);
        }

        for (; x < blue.Length; x++) (blue[x], red[x]) = Chroma(upper, lower, x);
    }

    /// <summary>Y U Y V: one colour for two pixels, that of their mean.</summary>
    /// <param name="bgr">Packed pixels, an even number.</param>
    /// <param name="packed">Two bytes a pixel.</param>
    public static void Packed(ReadOnlySpan<byte> bgr, Span<byte> packed)
    {
        int x = 0;
        ref byte pixels = ref MemoryMarshal.GetReference(bgr), target = ref MemoryMarshal.GetReference(packed);
        for (; Vector128.IsHardwareAccelerated && x <= packed.Length / 2 - Lane; x += Lane)
        {
            (Vector128<byte> b, Vector128<byte> g, Vector128<byte> r) = BgrLanes.Load(ref pixels, (nuint)x * FrameFormat.BytesPerPixel);
            (Vector128<ushort> u, Vector128<ushort> v) = Chroma(BgrLanes.MeanOfTwo(b), BgrLanes.MeanOfTwo(g), BgrLanes.MeanOfTwo(r));
            Vector128<byte> luma = Luma(b, g, r), colors = (u | v << 8).AsByte();
            BgrLanes.ZipLower(luma, colors).StoreUnsafe(ref target, (nuint)x * 2);
            BgrLanes.ZipUpper(luma, colors).StoreUnsafe(ref target, (nuint)x * 2 + Lane);
        }

        for (; x < packed.Length / 2; x += 2)
        {
            (packed[2 * x], packed[2 * x + 2]) = (Luma(bgr, x), Luma(bgr, x + 1));
            (packed[2 * x + 1], packed[2 * x + 3]) = Chroma(bgr, bgr, x / 2);
        }
    }

    /// <summary>U V U V.</summary>
    public static void Interleave(ReadOnlySpan<byte> blue, ReadOnlySpan<byte> red, Span<byte> packed)
    {
        int x = 0;
        for (; Vector128.IsHardwareAccelerated && x <= blue.Length - Lane; x += Lane)
        {
            Vector128<byte> u = Vector128.Create(blue.Slice(x, Lane)), v = Vector128.Create(red.Slice(x, Lane));
            BgrLanes.ZipLower(u, v).CopyTo(packed[(2 * x)..]);
            BgrLanes.ZipUpper(u, v).CopyTo(packed[(2 * x + Lane)..]);
        }

        for (; x < blue.Length; x++) (packed[2 * x], packed[2 * x + 1]) = (blue[x], red[x]);
    }

    private static Vector128<byte> Luma(Vector128<byte> b, Vector128<byte> g, Vector128<byte> r) => Vector128.Narrow(
        Luma(Vector128.WidenLower(b), Vector128.WidenLower(g), Vector128.WidenLower(r)),
        Luma(Vector128.WidenUpper(b), Vector128.WidenUpper(g), Vector128.WidenUpper(r)));

    private static Vector128<ushort> Luma(Vector128<ushort> b, Vector128<ushort> g, Vector128<ushort> r) =>
        (66 * r + 129 * g + 25 * b + Vector128.Create((ushort)Half) >>> 8) + Vector128.Create((ushort)Black);

    private static byte Luma(ReadOnlySpan<byte> bgr, int x)
    {
        ReadOnlySpan<byte> pixel = bgr.Slice(x * FrameFormat.BytesPerPixel, FrameFormat.BytesPerPixel);
        return (byte)((66 * pixel[2] + 129 * pixel[1] + 25 * pixel[0] + Half >> 8) + Black);
    }

    private static (Vector128<ushort> Blue, Vector128<ushort> Red) Chroma(Vector128<short> b, Vector128<short> g, Vector128<short> r)
    {
        Vector128<short> half = Vector128.Create((short)Half);
        return (((112 * b - 74 * g - 38 * r + half >> 8) + half).AsUInt16(), ((112 * r - 94 * g - 18 * b + half >> 8) + half).AsUInt16());
    }

    private static (byte Blue, byte Red) Chroma(ReadOnlySpan<byte> upper, ReadOnlySpan<byte> lower, int x)
    {
        int b = Mean(upper, lower, x, 0), g = Mean(upper, lower, x, 1), r = Mean(upper, lower, x, 2);
        return ((byte)((112 * b - 74 * g - 38 * r + Half >> 8) + Half), (byte)((112 * r - 94 * g - 18 * b + Half >> 8) + Half));
    }

    private static int Mean(ReadOnlySpan<byte> upper, ReadOnlySpan<byte> lower, int x, int channel)
    {
        int left = 2 * x * FrameFormat.BytesPerPixel + channel, right = left + FrameFormat.BytesPerPixel;
        return upper[left] + upper[right] + lower[left] + lower[right] + 2 >> 2;
    }
}
