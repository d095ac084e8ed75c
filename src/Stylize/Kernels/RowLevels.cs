using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace LiveStyle.Stylize.Kernels;

/// <summary>Bytes of a row to other bytes by an affine map: brightness normalisation in 8 bits.</summary>
internal static class RowLevels
{
    /// <summary><c>result = value * Scale + Offset</c>, rounded and saturated to 0..255 (<see cref="PixelRounding"/>).</summary>
    /// <param name="row">Any bytes.</param>
    /// <param name="levels">In steps of the result's bytes.</param>
    /// <param name="result">As long, written; may be the row itself.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)] // else the first pictures take a hundred times as long
    public static void Apply(ReadOnlySpan<byte> row, Affine levels, Span<byte> result)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(result.Length, row.Length);
        int done = 0;
        if (Vector256.IsHardwareAccelerated)
        {
            ref byte source = ref MemoryMarshal.GetReference(row), target = ref MemoryMarshal.GetReference(result);
            Vector256<float> scale = Vector256.Create(levels.Scale), offset = Vector256.Create(levels.Offset);
            for (; done + Vector256<byte>.Count <= row.Length; done += Vector256<byte>.Count)
            {
                (Vector256<ushort> low, Vector256<ushort> high) = Vector256.Widen(Vector256.LoadUnsafe(ref source, (nuint)done));
                Vector256.Narrow(Apply(low, scale, offset), Apply(high, scale, offset)).StoreUnsafe(ref target, (nuint)done);
            }
        }

        ApplyScalar(row[done..], levels, result[done..]);
    }

    /// <summary>The plain form of <see cref="Apply(ReadOnlySpan{byte}, Affine, Span{byte})"/>.</summary>
    public static void ApplyScalar(ReadOnlySpan<byte> row, Affine levels, Span<byte> result)
    {
        for (int i = 0; i < row.Length; i++) result[i] = PixelRounding.ToByte((row[i] * levels.Scale) + levels.Offset);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<ushort> Apply(Vector256<ushort> values, Vector256<float> scale, Vector256<float> offset)
    {
        (Vector256<uint> low, Vector256<uint> high) = Vector256.Widen(values);
        return Vector256.Narrow(Apply(low, scale, offset), Apply(high, scale, offset));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<uint> Apply(Vector256<uint> values, Vector256<float> scale, Vector256<float> offset) =>
        PixelRounding.ToBytes((Vector256.ConvertToSingle(values.AsInt32()) * scale) + offset);
}
