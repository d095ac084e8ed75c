using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace LiveStyle.Stylize.Kernels;

/// <summary>One row of pixels to and from <see cref="TensorLayout.Cells4"/>: four BGR pixels are the twelve channels of one cell's row.</summary>
/// <remarks>Byte k of a cell's 12 (k = 3 * (x % 4) + colour) always goes to the same channel: twelve streams, one a channel.</remarks>
internal static class CellRows
{
    private const int Streams = 12;
    private const int Lanes = 8;

    /// <summary>Bytes of a row into its twelve channels.</summary>
    /// <param name="row">Packed BGR, 12 bytes a cell.</param>
    /// <param name="tensor">Float32 CHW [48, H/4, W/4], written.</param>
    /// <param name="y">Row of the picture that the tensor holds.</param>
    /// <param name="shape">Size and colour order of the tensor.</param>
    /// <param name="affine">What a byte becomes.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)] // else the first pictures take a hundred times as long
    public static void Pack(ReadOnlySpan<byte> row, Span<float> tensor, int y, TensorShape shape, Affine affine)
    {
        int cells = row.Length / Streams;
        if (!Vector256.IsHardwareAccelerated || cells < Lanes)
        {
            PackScalar(row, tensor, y, shape, affine);
            return;
        }

        Span<nint> offsets = stackalloc nint[Streams];
        Offsets(offsets, y, shape, tensor.Length);
        ref uint source = ref Unsafe.As<byte, uint>(ref MemoryMarshal.GetReference(row));
        ref float target = ref MemoryMarshal.GetReference(tensor);
        Vector256<float> scale = Vector256.Create(affine.Scale), offset = Vector256.Create(affine.Offset);
        for (int cell = 0; ; cell = Math.Min(cell + Lanes, cells - Lanes)) // the last step overlaps the one before it
        {
            ref uint words = ref Unsafe.Add(ref source, cell * 3);
            (Vector256<uint> first, Vector256<uint> second, Vector256<uint> third) = DwordTriples.Split(
                Vector256.LoadUnsafe(ref words), Vector256.LoadUnsafe(ref words, 8), Vector256.LoadUnsafe(ref words, 16));
            StoreFour(first, ref target, ref offsets[0], cell, scale, offset);
            StoreFour(second, ref target, ref offsets[4], cell, scale, offset);
            StoreFour(third, ref target, ref offsets[8], cell, scale, offset);
            if (cell + Lanes >= cells) return;
        }
    }

    /// <summary>The plain form of <see cref="Pack"/>.</summary>
    public static void PackScalar(ReadOnlySpan<byte> row, Span<float> tensor, int y, TensorShape shape, Affine affine)
    {
        Span<nint> offsets = stackalloc nint[Streams];
        Offsets(offsets, y, shape, tensor.Length);
        for (int i = 0; i < row.Length; i++)
            tensor[(int)offsets[i % Streams] + (i / Streams)] = (row[i] * affine.Scale) + affine.Offset;
    }

    /// <summary>A row's twelve channels into bytes, rounded and saturated.</summary>
    /// <param name="tensor">Float32 CHW [48, H/4, W/4]; values outside the range are allowed.</param>
    /// <param name="row">Packed BGR, 12 bytes a cell, written.</param>
    /// <param name="y">Row of the picture that the tensor holds.</param>
    /// <param name="shape">Size and colour order of the tensor.</param>
    /// <param name="scale">Bytes a tensor unit: 255 / range.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)] // else the first pictures take a hundred times as long
    public static void Unpack(ReadOnlySpan<float> tensor, Span<byte> row, int y, TensorShape shape, float scale)
    {
        int cells = row.Length / Streams;
        if (!Vector256.IsHardwareAccelerated || cells < Lanes)
        {
            UnpackScalar(tensor, row, y, shape, scale);
            return;
        }

        Span<nint> offsets = stackalloc nint[Streams];
        Offsets(offsets, y, shape, tensor.Length);
        ref float source = ref MemoryMarshal.GetReference(tensor);
        ref uint target = ref Unsafe.As<byte, uint>(ref MemoryMarshal.GetReference(row));
        Vector256<float> scales = Vector256.Create(scale);
        for (int cell = 0; ; cell = Math.Min(cell + Lanes, cells - Lanes))
        {
            (Vector256<uint> a, Vector256<uint> b, Vector256<uint> c) = DwordTriples.Join(
                LoadFour(ref source, ref offsets[0], cell, scales),
                LoadFour(ref source, ref offsets[4], cell, scales),
                LoadFour(ref source, ref offsets[8], cell, scales));
            ref uint words = ref Unsafe.Add(ref target, cell * 3);
            a.StoreUnsafe(ref words);
            b.StoreUnsafe(ref words, 8);
            c.StoreUnsafe(ref words, 16);
            if (cell + Lanes >= cells) return;
        }
    }

    /// <summary>The plain form of <see cref="Unpack"/>.</summary>
    public static void UnpackScalar(ReadOnlySpan<float> tensor, Span<byte> row, int y, TensorShape shape, float scale)
    {
        Span<nint> offsets = stackalloc nint[Streams];
        Offsets(offsets, y, shape, tensor.Length);
        for (int i = 0; i < row.Length; i++)
            row[i] = PixelRounding.ToByte(tensor[(int)offsets[i % Streams] + (i / Streams)] * scale);
    }

    /// <summary>Where in the tensor the first cell of row <paramref name="y"/> stands, for each of a cell's 12 bytes.</summary>
    private static void Offsets(Span<nint> offsets, int y, TensorShape shape, int length)
    {
        int cellsX = shape.Width / 4, plane = cellsX * (shape.Height / 4);
        ArgumentOutOfRangeException.ThrowIfLessThan(length, plane * 48);
        for (int k = 0; k < Streams; k++)
        {
            int channel = (shape.Channel(k % 3) * 16) + (y % 4 * 4) + (k / 3);
            offsets[k] = (channel * plane) + (y / 4 * cellsX);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void StoreFour(
        Vector256<uint> words, ref float target, ref nint offsets, int cell, Vector256<float> scale, Vector256<float> offset)
    {
        for (int b = 0; b < 4; b++)
        {
            Vector256<int> bytes = ((words >>> (8 * b)) & Vector256.Create(0xFFu)).AsInt32();
            ((Vector256.ConvertToSingle(bytes) * scale) + offset).StoreUnsafe(ref Unsafe.Add(ref target, Unsafe.Add(ref offsets, b) + cell));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<uint> LoadFour(ref float source, ref nint offsets, int cell, Vector256<float> scale)
    {
        Vector256<uint> words = Vector256<uint>.Zero;
        for (int b = 0; b < 4; b++)
        {
            Vector256<float> values = Vector256.LoadUnsafe(ref Unsafe.Add(ref source, Unsafe.Add(ref offsets, b) + cell));
            words |= PixelRounding.ToBytes(values * scale) << (8 * b);
        }

        return words;
    }
}
