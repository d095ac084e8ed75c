using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace LiveStyle.Stylize.Kernels;

/// <summary>How much of the style comes through: original and stylized row mixed, in 8-bit fixed point.</summary>
internal static class RowMix
{
    /// <summary>The share that leaves nothing of the original.</summary>
    public const int Whole = 256;

    /// <summary><c>original = (original * (256 - share) + stylized * share + 128) / 256</c></summary>
    /// <param name="original">Bytes, rewritten.</param>
    /// <param name="stylized">As many bytes.</param>
    /// <param name="share">0..256.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)] // else the first pictures take a hundred times as long
    public static void MixInPlace(Span<byte> original, ReadOnlySpan<byte> stylized, int share)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(stylized.Length, original.Length);
        int done = 0;
        if (Vector256.IsHardwareAccelerated)
        {
            ref byte target = ref MemoryMarshal.GetReference(original), source = ref MemoryMarshal.GetReference(stylized);
            for (; done + Vector256<byte>.Count <= original.Length; done += Vector256<byte>.Count)
            {
                Vector256<byte> o = Vector256.LoadUnsafe(ref target, (nuint)done), s = Vector256.LoadUnsafe(ref source, (nuint)done);
                Vector256.Narrow(
                    Mix(Vector256.WidenLower(o), Vector256.WidenLower(s), share),
                    Mix(Vector256.WidenUpper(o), Vector256.WidenUpper(s), share)).StoreUnsafe(ref target, (nuint)done);
            }
        }

        MixInPlaceScalar(original[done..], stylized[done..], share);
    }

    /// <summary>The plain form of <see cref="MixInPlace"/>.</summary>
    public static void MixInPlaceScalar(Span<byte> original, ReadOnlySpan<byte> stylized, int share)
    {
        for (int i = 0; i < original.Length; i++)
            original[i] = (byte)(((original[i] * (Whole - share)) + (stylized[i] * share) + 128) >> 8);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<ushort> Mix(Vector256<ushort> original, Vector256<ushort> stylized, int share) =>
        ((original * (ushort)(Whole - share)) + (stylized * (ushort)share) + Vector256.Create((ushort)128)) >>> 8;
}
