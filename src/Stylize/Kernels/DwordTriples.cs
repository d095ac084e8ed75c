using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace LiveStyle.Stylize.Kernels;

/// <summary>
/// Four BGR pixels are 12 bytes, that is three 32-bit words. These split 24 consecutive words (32 pixels) into all first, all second and
/// all third words of the groups, and join them again.
/// </summary>
/// <remarks>
/// Word d of group j stands at 3j + d. As 3 has no factor in common with the 8 lanes, each lane of the three loaded vectors holds exactly
/// one wanted word: two selections and one permutation per result, no gather. Once split, byte b of all words is a shift and a mask.
/// </remarks>
internal static class DwordTriples
{
    private static Vector256<uint> LanesA => Vector256.Create(~0u, 0, 0, ~0u, 0, 0, ~0u, 0); // 0, 3, 6

    private static Vector256<uint> LanesB => Vector256.Create(0, ~0u, 0, 0, ~0u, 0, 0, ~0u); // 1, 4, 7

    /// <summary>First, second and third words of the eight groups in <paramref name="a"/>, <paramref name="b"/>, <paramref name="c"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (Vector256<uint> First, Vector256<uint> Second, Vector256<uint> Third) Split(
        Vector256<uint> a, Vector256<uint> b, Vector256<uint> c) =>
        (Vector256.Shuffle(Choose(a, b, c), Vector256.Create(0u, 3, 6, 1, 4, 7, 2, 5)),
         Vector256.Shuffle(Choose(c, a, b), Vector256.Create(1u, 4, 7, 2, 5, 0, 3, 6)),
         Vector256.Shuffle(Choose(b, c, a), Vector256.Create(2u, 5, 0, 3, 6, 1, 4, 7)));

    /// <summary>The inverse of <see cref="Split"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (Vector256<uint> A, Vector256<uint> B, Vector256<uint> C) Join(
        Vector256<uint> first, Vector256<uint> second, Vector256<uint> third)
    {
        Vector256<uint> s0 = Vector256.Shuffle(first, Vector256.Create(0u, 3, 6, 1, 4, 7, 2, 5));
        Vector256<uint> s1 = Vector256.Shuffle(second, Vector256.Create(5u, 0, 3, 6, 1, 4, 7, 2));
        Vector256<uint> s2 = Vector256.Shuffle(third, Vector256.Create(2u, 5, 0, 3, 6, 1, 4, 7));
        return (Choose(s0, s1, s2), Choose(s2, s0, s1), Choose(s1, s2, s0));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<uint> Choose(Vector256<uint> inLanesA, Vector256<uint> inLanesB, Vector256<uint> elsewhere) =>
        Vector256.ConditionalSelect(LanesA, inLanesA, Vector256.ConditionalSelect(LanesB, inLanesB, elsewhere));
}
