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
            Vector128<ushort> low = Luma(Vector128.WidenLower(b), Vector128.WidenLower(g), Vector128.WidenLower(r));
            Vector128<ushort> high = Luma(Vector128.WidenUpper(b), Vector128.WidenUpper(g), Vector128.WidenUpper(r));
            Vector128.Narrow(low, high).StoreUnsafe(ref target, (nuint)x);
        }

        for (; x < luma.Length; x++)
        {
            ReadOnlySpan<byte> p = bgr.Slice(x * FrameFormat.BytesPerPixel, FrameFormat.BytesPerPixel);
            luma[x] = (byte)((66 * p[2] + 129 * p[1] + 25 * p[0] + Half >> 8) + Black);
        }
    }

    /// <summary>Colour of blocks of two by two pixels: the colour of their mean.</summary>
    /// <param name="upper">Packed pixels of an even row.</param>
    /// <param name="lower">Those of the row below; the same row again for 4:2:2.</param>
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
            Vector128<short> half = Vector128.Create((short)Half);
            Vector128<short> u = Vector128.ShiftRightArithmetic(112 * b - 74 * g - 38 * r + half, 8) + half;
            Vector128<short> v = Vector128.ShiftRightArithmetic(112 * r - 94 * g - 18 * b + half, 8) + half;
            Vector128.Narrow(u.AsUInt16(), u.AsUInt16()).GetLower().CopyTo(blue[x..]);
            Vector128.Narrow(v.AsUInt16(), v.AsUInt16()).GetLower().CopyTo(red[x..]);
        }

        for (; x < blue.Length; x++)
        {
            int b = Mean(upper, lower, x, 0), g = Mean(upper, lower, x, 1), r = Mean(upper, lower, x, 2);
            blue[x] = (byte)((112 * b - 74 * g - 38 * r + Half >> 8) + Half);
            red[x] = (byte)((112 * r - 94 * g - 18 * b + Half >> 8) + Half);
        }
    }

    /// <summary>Y U Y V: one colour for two pixels.</summary>
    public static void Interleave(ReadOnlySpan<byte> luma, ReadOnlySpan<byte> blue, ReadOnlySpan<byte> red, Span<byte> packed)
    {
        int x = 0;
        for (; Vector128.IsHardwareAccelerated && x <= luma.Length - Lane; x += Lane)
        {
            Vector128<byte> y = Vector128.Create(luma.Slice(x, Lane));
            Vector128<byte> u = Vector64.Create(blue.Slice(x / 2, Lane / 2)).ToVector128(), v = Vector64.Create(red.Slice(x / 2, Lane / 2)).ToVector128();
            Vector128<byte> colors = BgrLanes.ZipLower(u, v);
            BgrLanes.ZipLower(y, colors).CopyTo(packed[(2 * x)..]);
            BgrLanes.ZipUpper(y, colors).CopyTo(packed[(2 * x + Lane)..]);
        }

        for (; x < luma.Length; x++)
        {
            packed[2 * x] = luma[x];
            packed[2 * x + 1] = (x & 1) == 0 ? blue[x / 2] : red[x / 2];
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

    private static Vector128<ushort> Luma(Vector128<ushort> b, Vector128<ushort> g, Vector128<ushort> r) =>
        (66 * r + 129 * g + 25 * b + Vector128.Create((ushort)Half) >>> 8) + Vector128.Create((ushort)Black);

    private static int Mean(ReadOnlySpan<byte> upper, ReadOnlySpan<byte> lower, int x, int channel)
    {
        int left = 2 * x * FrameFormat.BytesPerPixel + channel, right = left + FrameFormat.BytesPerPixel;
        return upper[left] + upper[right] + lower[left] + lower[right] + 2 >> 2;
    }
}
