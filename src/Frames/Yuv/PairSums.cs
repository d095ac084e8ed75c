using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace LiveStyle.Frames.Yuv;

/// <summary>One channel of two rows, weighted for colour samples that two by two pixels share: eight sums for sixteen columns.</summary>
/// <remarks>Between its pixels a sample is twice the sum of both columns; on the first, twice that one and once each of its neighbours.</remarks>
internal struct PairSums
{
    private Vector256<int> _last; // its first lane: the second column of the pair before

    /// <param name="first">What the leftmost column repeats on its left: its own sum.</param>
    public PairSums(int first) => _last = Vector256.Create(first);

    /// <summary>The next eight.</summary>
    /// <param name="upper">Sixteen bytes.</param>
    /// <param name="lower">Those of the other row.</param>
    /// <param name="onFirst">Whether a sample stands on its first column.</param>
    /// <returns>Eight times the mean.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<int> Next(Vector128<byte> upper, Vector128<byte> lower, bool onFirst)
    {
        Vector256<uint> columns = (Words(upper) + Words(lower)).AsUInt32();
        Vector256<int> first = (columns & Vector256.Create(0xFFFFu)).AsInt32(), second = (columns >>> 16).AsInt32();
        Vector256<int> turned = Vector256.Shuffle(second, Vector256.Create(7, 0, 1, 2, 3, 4, 5, 6));
        Vector256<int> before = Vector256.ConditionalSelect(Vector256.Create(-1, 0, 0, 0, 0, 0, 0, 0), _last, turned);
        _last = turned;
        return first + first + second + (onFirst ? before : second);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<ushort> Words(Vector128<byte> bytes) => Vector256.WidenLower(bytes.ToVector256Unsafe());
}
