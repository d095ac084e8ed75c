using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace LiveStyle.Stylize.Kernels;

/// <summary>One row of pixels to and from <see cref="TensorLayout.Planes"/>.</summary>
/// <remarks>For foreign networks; ours take cells.</remarks>
internal static class PlaneRows
{
    /// <summary>Bytes of a row into the three planes.</summary>
    /// <param name="row">Packed BGR.</param>
    /// <param name="tensor">Float32 CHW [3, H, W], written.</param>
    /// <param name="y">Row of the picture that the tensor holds.</param>
    /// <param name="shape">Size and colour order of the tensor.</param>
    /// <param name="affine">What a byte becomes.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)] // else the first pictures take a hundred times as long
    public static void Pack(ReadOnlySpan<byte> row, Span<float> tensor, int y, TensorShape shape, Affine affine)
    {
        int pixels = row.Length / 3, done = 0;
        if (Vector128.IsHardwareAccelerated)
        {
            Vector128<float> scale = Vector128.Create(affine.Scale), offset = Vector128.Create(affine.Offset);
            ref byte source = ref MemoryMarshal.GetReference(row);
            ref float blue = ref Plane(tensor, 0, y, shape), green = ref Plane(tensor, 1, y, shape), red = ref Plane(tensor, 2, y, shape);
            for (; done + 6 <= pixels; done += 4) // 16 bytes are loaded, 12 used: two more pixels must be there
            {
                Vector128<byte> bytes = Vector128.LoadUnsafe(ref source, (nuint)(done * 3));
                Store(bytes, Spread(0), scale, offset, ref blue, done);
                Store(bytes, Spread(1), scale, offset, ref green, done);
                Store(bytes, Spread(2), scale, offset, ref red, done);
            }
        }

        PackScalar(row, tensor, y, shape, affine, done);
    }

    /// <summary>The plain form of <see cref="Pack"/>, from pixel <paramref name="from"/> on.</summary>
    public static void PackScalar(ReadOnlySpan<byte> row, Span<float> tensor, int y, TensorShape shape, Affine affine, int from = 0)
    {
        for (int c = 0; c < 3; c++)
        {
            Span<float> plane = tensor.Slice(Offset(c, y, shape), shape.Width);
            for (int x = from; x < row.Length / 3; x++) plane[x] = (row[(3 * x) + c] * affine.Scale) + affine.Offset;
        }
    }

    /// <summary>Three planes into the bytes of a row, rounded and saturated.</summary>
    /// <param name="tensor">Float32 CHW [3, H, W]; values outside the range are allowed.</param>
    /// <param name="row">Packed BGR, written.</param>
    /// <param name="y">Row of the picture that the tensor holds.</param>
    /// <param name="shape">Size and colour order of the tensor.</param>
    /// <param name="scale">Bytes a tensor unit: 255 / range.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)] // else the first pictures take a hundred times as long
    public static void Unpack(ReadOnlySpan<float> tensor, Span<byte> row, int y, TensorShape shape, float scale)
    {
        int pixels = row.Length / 3, done = 0;
        if (Vector256.IsHardwareAccelerated)
        {
            ref float blue = ref Plane(tensor, 0, y, shape), green = ref Plane(tensor, 1, y, shape), red = ref Plane(tensor, 2, y, shape);
            ref byte target = ref MemoryMarshal.GetReference(row);
            for (; done + 10 <= pixels; done += 8) // two stores of 16 bytes, 12 kept: the rest is written again by the next
            {
                Vector256<uint> words = Bytes(ref blue, done, scale) | (Bytes(ref green, done, scale) << 8) | (Bytes(ref red, done, scale) << 16);
                Squeeze(words.GetLower()).StoreUnsafe(ref target, (nuint)(done * 3));
                Squeeze(words.GetUpper()).StoreUnsafe(ref target, (nuint)((done * 3) + 12));
            }
        }

        UnpackScalar(tensor, row, y, shape, scale, done);
    }

    /// <summary>The plain form of <see cref="Unpack"/>, from pixel <paramref name="from"/> on.</summary>
    public static void UnpackScalar(ReadOnlySpan<float> tensor, Span<byte> row, int y, TensorShape shape, float scale, int from = 0)
    {
        for (int c = 0; c < 3; c++)
        {
            ReadOnlySpan<float> plane = tensor.Slice(Offset(c, y, shape), shape.Width);
            for (int x = from; x < row.Length / 3; x++) row[(3 * x) + c] = PixelRounding.ToByte(plane[x] * scale);
        }
    }

    private static int Offset(int byteOfPixel, int y, TensorShape shape) => ((shape.Channel(byteOfPixel) * shape.Height) + y) * shape.Width;

    private static ref float Plane(ReadOnlySpan<float> tensor, int byteOfPixel, int y, TensorShape shape) =>
        ref MemoryMarshal.GetReference(tensor.Slice(Offset(byteOfPixel, y, shape), shape.Width));

    /// <summary>Moves byte c of four pixels to the low bytes of four 32-bit lanes; index 255 is "zero".</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<byte> Spread(byte c) =>
        Vector128.Create(c, 255, 255, 255, (byte)(3 + c), 255, 255, 255, (byte)(6 + c), 255, 255, 255, (byte)(9 + c), 255, 255, 255);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(
        Vector128<byte> bytes, Vector128<byte> order, Vector128<float> scale, Vector128<float> offset, ref float plane, int x) =>
        ((Vector128.ConvertToSingle(Vector128.Shuffle(bytes, order).AsInt32()) * scale) + offset).StoreUnsafe(ref plane, (nuint)x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<uint> Bytes(ref float plane, int x, float scale) =>
        PixelRounding.ToBytes(Vector256.LoadUnsafe(ref plane, (nuint)x) * Vector256.Create(scale));

    /// <summary>Four words of B, G, R, 0 into 12 bytes; the last four are 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<byte> Squeeze(Vector128<uint> words) =>
        Vector128.Shuffle(words.AsByte(), Vector128.Create((byte)0, 1, 2, 4, 5, 6, 8, 9, 10, 12, 13, 14, 255, 255, 255, 255));
}
