using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using LiveStyle.Frames;

namespace LiveStyle.Live.Steadiness;

/// <summary>Averages over time where the picture stands still, and follows at once where it moves: takes out noise without a ghost.</summary>
/// <remarks>First-order recursive filter in 8.8 fixed point, so that slow changes are not rounded away: it can't drift from what it averages.</remarks>
internal sealed class TemporalBlend
{
    /// <summary>Share of a new picture in a still place, of 256: a third of the noise's variance is left.</summary>
    public const int StillShare = 96;

    private const int Whole = 256;

    private ushort[] _state = [];
    private FrameFormat _format;

    /// <summary>Forgets what was: the next picture comes through as it is.</summary>
    public void Reset() => _format = default;

    /// <summary>Replaces a picture by the average of it and those before.</summary>
    /// <param name="picture">Packed BGR, rewritten.</param>
    /// <param name="motion">In it, against the one before; as large.</param>
    public void BlendInPlace(FrameView picture, MotionMarks motion)
    {
        bool anew = picture.Format != _format;
        if (anew && _state.Length < picture.Format.ByteCount) _state = new ushort[picture.Format.ByteCount];
        _format = picture.Format;
        const int BytesAcross = MotionMarks.BytesAcross;
        for (int y = 0; y < _format.Height; y++)
        {
            int block = y / MotionMarks.BlockHeight;
            Span<byte> row = picture.Row(y);
            Span<ushort> state = _state.AsSpan(y * _format.Stride, _format.Stride);
            int from = 0;
            while (from < row.Length)
            {
                bool moves = anew || motion.IsMoving(from / BytesAcross, block);
                int to = from + BytesAcross;
                while (to < row.Length && moves == (anew || motion.IsMoving(to / BytesAcross, block))) to += BytesAcross; // blocks alike in one go
                to = Math.Min(to, row.Length);
                if (moves) Follow(row[from..to], state[from..to]);
                else Average(row[from..to], state[from..to]);
                from = to;
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)] // else the first pictures take a hundred times as long
    private static void Follow(ReadOnlySpan<byte> row, Span<ushort> state)
    {
        int done = 0;
        if (Vector256.IsHardwareAccelerated)
        {
            ref byte pixels = ref MemoryMarshal.GetReference(row);
            ref ushort target = ref MemoryMarshal.GetReference(state);
            for (; done + Vector256<byte>.Count <= row.Length; done += Vector256<byte>.Count)
            {
                (Vector256<ushort> low, Vector256<ushort> high) = Vector256.Widen(Vector256.LoadUnsafe(ref pixels, (nuint)done));
                (low << 8).StoreUnsafe(ref target, (nuint)done);
                (high << 8).StoreUnsafe(ref target, (nuint)(done + Vector256<ushort>.Count));
            }
        }

        for (; done < row.Length; done++) state[done] = (ushort)(row[done] << 8);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)] // else the first pictures take a hundred times as long
    private static void Average(Span<byte> row, Span<ushort> state)
    {
        int done = 0;
        if (Vector256.IsHardwareAccelerated)
        {
            ref byte pixels = ref MemoryMarshal.GetReference(row);
            ref ushort old = ref MemoryMarshal.GetReference(state);
            for (; done + Vector256<byte>.Count <= row.Length; done += Vector256<byte>.Count)
            {
                (Vector256<ushort> low, Vector256<ushort> high) = Vector256.Widen(Vector256.LoadUnsafe(ref pixels, (nuint)done));
                low = Mix(Vector256.LoadUnsafe(ref old, (nuint)done), low);
                high = Mix(Vector256.LoadUnsafe(ref old, (nuint)(done + Vector256<ushort>.Count)), high);
                low.StoreUnsafe(ref old, (nuint)done);
                high.StoreUnsafe(ref old, (nuint)(done + Vector256<ushort>.Count));
                Vector256.Narrow(Rounded(low), Rounded(high)).StoreUnsafe(ref pixels, (nuint)done);
            }
        }

        for (; done < row.Length; done++)
        {
            int mixed = ((state[done] >> 8) * (Whole - StillShare)) + (((state[done] & 255) * (Whole - StillShare)) >> 8) + (row[done] * StillShare);
            state[done] = (ushort)mixed;
            row[done] = (byte)Math.Min(255, (mixed + 128) >> 8);
        }
    }

    private static Vector256<ushort> Mix(Vector256<ushort> old, Vector256<ushort> pixel) =>
        ((old >>> 8) * (ushort)(Whole - StillShare)) + (((old & Vector256.Create((ushort)255)) * (ushort)(Whole - StillShare)) >>> 8) + (pixel * (ushort)StillShare);

    private static Vector256<ushort> Rounded(Vector256<ushort> state) =>
        Vector256.Min((state >>> 8) + ((state >>> 7) & Vector256.Create((ushort)1)), Vector256.Create((ushort)255));
}
