using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace LiveStyle.Stylize.Kernels;

/// <summary>One row of pixels to and from the cells of an int8 network (<see cref="ByteNetwork"/>): 12 bytes of the row are 12 bytes of a
/// cell.</summary>
/// <remarks>The layout is such that there is nothing to compute: the copy of 12 bytes, as 8 and 4, runs at the speed of memory.</remarks>
internal static class CellBytes
{
    /// <summary>Pixels of a cell's side.</summary>
    public const int Side = 4;

    /// <summary>Bytes of a cell.</summary>
    public const int Channels = ByteNetwork.Channels;

    private const int RowBytes = 12;

    /// <summary>Bytes of a row into its cells.</summary>
    /// <param name="row">Packed BGR, 12 bytes a cell.</param>
    /// <param name="cells">UInt8 HWC [H/4, W/4, 48], written.</param>
    /// <param name="y">Row of the picture that the cells hold.</param>
    /// <param name="shape">Size of the picture.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)] // else the first pictures take a hundred times as long
    public static void Pack(ReadOnlySpan<byte> row, Span<byte> cells, int y, TensorShape shape)
    {
        Span<byte> target = RowOfCells(cells, y, shape);
        int count = Count(row.Length, shape);
        ref byte to = ref MemoryMarshal.GetReference(target), from = ref MemoryMarshal.GetReference(row);
        for (int cell = 0; cell < count; cell++, to = ref Unsafe.Add(ref to, Channels), from = ref Unsafe.Add(ref from, RowBytes)) Copy(ref from, ref to);
    }

    /// <summary>A row out of its cells.</summary>
    /// <param name="cells">UInt8 HWC [H/4, W/4, 48].</param>
    /// <param name="row">Packed BGR, 12 bytes a cell, written.</param>
    /// <param name="y">Row of the picture that the cells hold.</param>
    /// <param name="shape">Size of the picture.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)] // else the first pictures take a hundred times as long
    public static void Unpack(ReadOnlySpan<byte> cells, Span<byte> row, int y, TensorShape shape)
    {
        ReadOnlySpan<byte> source = RowOfCells(cells, y, shape);
        int count = Count(row.Length, shape);
        ref byte from = ref MemoryMarshal.GetReference(source), to = ref MemoryMarshal.GetReference(row);
        for (int cell = 0; cell < count; cell++, to = ref Unsafe.Add(ref to, RowBytes), from = ref Unsafe.Add(ref from, Channels)) Copy(ref from, ref to);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Copy(ref byte from, ref byte to)
    {
        Unsafe.WriteUnaligned(ref to, Unsafe.ReadUnaligned<ulong>(ref from));
        Unsafe.WriteUnaligned(ref Unsafe.Add(ref to, 8), Unsafe.ReadUnaligned<uint>(ref Unsafe.Add(ref from, 8)));
    }

    private static int Count(int rowLength, TensorShape shape)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(rowLength, shape.Width * 3);
        return shape.Width / Side;
    }

    /// <summary>From row <paramref name="y"/> of the first cell to that of the last one; checks that all of it is there.</summary>
    private static Span<byte> RowOfCells(Span<byte> cells, int y, TensorShape shape) =>
        cells.Slice(Start(y, shape), Length(shape));

    private static ReadOnlySpan<byte> RowOfCells(ReadOnlySpan<byte> cells, int y, TensorShape shape) =>
        cells.Slice(Start(y, shape), Length(shape));

    private static int Start(int y, TensorShape shape) => (y / Side * (shape.Width / Side) * Channels) + (y % Side * RowBytes);

    private static int Length(TensorShape shape) => (((shape.Width / Side) - 1) * Channels) + RowBytes;
}
