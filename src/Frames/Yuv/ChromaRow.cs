using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace LiveStyle.Frames.Yuv;

/// <summary>U or V for a row of pixels, mixed of the two rows of samples around it.</summary>
internal static class ChromaRow
{
    /// <summary>Samples beside the row's own: one at each end, which repeats the edge.</summary>
    public const int Edges = 2;

    /// <summary>Shares are quarters.</summary>
    public const int Whole = 4;

    private const int None = 128; // no colour

    /// <summary><c>mixed = (4 - share) * (near - 128) + share * (far - 128)</c>, and the edges.</summary>
    /// <param name="near">Samples.</param>
    /// <param name="far">As many.</param>
    /// <param name="share">What <paramref name="far"/> gives, in quarters.</param>
    /// <param name="mixed">-512..508; <see cref="Edges"/> more than there are samples.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)] // else the first pictures take a hundred times as long
    public static void Mix(ReadOnlySpan<byte> near, ReadOnlySpan<byte> far, int share, Span<short> mixed)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(far.Length, near.Length);
        ArgumentOutOfRangeException.ThrowIfNotEqual(mixed.Length, near.Length + Edges);
        int x = 0;
        if (Vector256.IsHardwareAccelerated)
        {
            ref byte ours = ref MemoryMarshal.GetReference(near), others = ref MemoryMarshal.GetReference(far);
            ref short target = ref MemoryMarshal.GetReference(mixed);
            for (; x <= near.Length - Vector128<byte>.Count; x += Vector128<byte>.Count)
            {
                Vector256<short> a = Words(Vector128.LoadUnsafe(ref ours, (nuint)x)), b = Words(Vector128.LoadUnsafe(ref others, (nuint)x));
                Vector256<short> sum = (a * (short)(Whole - share)) + (b * (short)share) - Vector256.Create((short)(Whole * None));
                sum.StoreUnsafe(ref target, (nuint)x + 1);
            }
        }

        for (; x < near.Length; x++) mixed[x + 1] = (short)(((Whole - share) * (near[x] - None)) + (share * (far[x] - None)));
        (mixed[0], mixed[^1]) = (mixed[1], mixed[^2]);
    }

    private static Vector256<short> Words(Vector128<byte> bytes) => Vector256.WidenLower(bytes.ToVector256Unsafe()).AsInt16();
}
