using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using LiveStyle.Frames;

namespace LiveStyle.Live.Steadiness;

/// <summary>Finds where a picture stands still, but for noise, against the one that was kept before.</summary>
/// <remarks>
/// A block has moved if its mean absolute difference is above what noise makes. The noise is measured: it is the difference that three
/// quarters of the blocks exceed, at its lowest lately, so that a moving camera is not taken for a noisy one.
/// </remarks>
internal sealed class StillMap
{
    private const int BlockHeight = MotionMarks.BlockHeight, BytesAcross = MotionMarks.BytesAcross;
    private const double MostNoise = 8, NoiseGrowth = 1.02, Slack = 0.7, Tolerance = 1.3;

    private FrameFormat _format;
    private byte[] _kept = [];
    private float[] _differences = [];
    private float[] _sorted = [];
    private bool[] _moved = [];
    private double _noise;

    /// <summary>Where the picture that was compared last moves; valid until the next one is.</summary>
    public MotionMarks Marks { get; } = new();

    /// <summary>True if no block has moved.</summary>
    public bool IsStill { get; private set; }

    /// <summary>Compares a picture with the one that was kept.</summary>
    public void Compare(FrameView picture)
    {
        if (picture.Format != _format)
        {
            Resize(picture.Format);
            IsStill = false;
            return;
        }

        for (int block = 0; block < _differences.Length; block++) _differences[block] = Difference(picture, block % Marks.Columns, block / Marks.Columns);
        MeasureNoise();
        double limit = (_noise * Tolerance) + Slack;
        IsStill = true;
        for (int block = 0; block < _moved.Length; block++)
        {
            _moved[block] = _differences[block] > limit;
            IsStill &= !_moved[block];
        }

        Marks.MarkAround(_moved);
    }

    /// <summary>Makes this the picture that the next ones are compared with.</summary>
    public void Keep(FrameView picture) => picture.Pixels.CopyTo(_kept);

    private void Resize(FrameFormat format)
    {
        _format = format;
        Marks.Begin(format);
        _kept = new byte[format.ByteCount];
        int blocks = Marks.Columns * Marks.Rows;
        (_differences, _sorted, _moved) = (new float[blocks], new float[blocks], new bool[blocks]);
        _noise = -1;
    }

    private float Difference(FrameView picture, int column, int row)
    {
        int left = column * BytesAcross, bytes = Math.Min(BytesAcross, _format.Stride - left);
        int top = row * BlockHeight, bottom = Math.Min(top + BlockHeight, _format.Height);
        int sum = 0;
        for (int y = top; y < bottom; y++)
        {
            int at = (y * _format.Stride) + left;
            sum += AbsoluteDifference(picture.Pixels.Slice(at, bytes), _kept.AsSpan(at, bytes));
        }

        return (float)sum / (bytes * (bottom - top));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)] // else the first pictures take a hundred times as long
    private static int AbsoluteDifference(ReadOnlySpan<byte> a, ReadOnlySpan<byte> b)
    {
        int sum = 0, done = 0;
        if (Sse2.IsSupported)
        {
            ref byte first = ref MemoryMarshal.GetReference(a), second = ref MemoryMarshal.GetReference(b);
            Vector128<int> sums = Vector128<int>.Zero;
            for (; done + 16 <= a.Length; done += 16)
                sums += Sse2.SumAbsoluteDifferences(Vector128.LoadUnsafe(ref first, (nuint)done), Vector128.LoadUnsafe(ref second, (nuint)done)).AsInt32();
            sum = Vector128.Sum(sums);
        }

        for (; done < a.Length; done++) sum += Math.Abs(a[done] - b[done]);
        return sum;
    }

    private void MeasureNoise()
    {
        _differences.CopyTo(_sorted, 0);
        Array.Sort(_sorted);
        double seen = Math.Min(_sorted[_sorted.Length / 4], MostNoise);
        _noise = _noise < 0 ? seen : Math.Min((_noise * NoiseGrowth) + 0.01, seen);
    }
}
