namespace LiveStyle.Train.Quantization;

/// <summary>How often which values occur in one of a network's tensors: what its <see cref="ByteScale"/> is chosen by.</summary>
internal sealed class ActivationHistogram
{
    private const int Bins = 2048;
    private const double Outside = 1e-4;

    private readonly long[] _counts = new long[Bins];
    private float _low, _high;

    /// <summary>First pass: takes note of the smallest and the largest value; 0 is always in between.</summary>
    public void Widen(ReadOnlySpan<float> values)
    {
        foreach (float value in values) (_low, _high) = (Math.Min(_low, value), Math.Max(_high, value));
    }

    /// <summary>Second pass: counts. Zeros are left out: every scale keeps them exactly, and a ReLU makes many.</summary>
    public void Count(ReadOnlySpan<float> values)
    {
        float binsPerUnit = Bins / Math.Max(_high - _low, float.Epsilon);
        foreach (float value in values)
            if (value != 0) _counts[Math.Clamp((int)((value - _low) * binsPerUnit), 0, Bins - 1)]++;
    }

    /// <summary>
    /// The scale that covers all but <see cref="Outside"/> of the values at either end; those saturate. ReLU's tensors begin at 0 and get a
    /// zero of 0.
    /// </summary>
    /// <remarks>
    /// Measured on great-wave: 40.9 dB from float32; covering everything 38.1 dB, all but 0.1 % 39.5 dB, the least squared error of each
    /// tensor 40.3 dB.
    /// </remarks>
    public ByteScale Scale()
    {
        long outside = (long)(_counts.Sum() * Outside), above = 0, below = 0;
        int high = Bins, low = 0;
        while (high > 1 && (above += _counts[high - 1]) <= outside) high--;
        while (_low < 0 && low < Bins - 1 && (below += _counts[low]) <= outside) low++;
        double width = (_high - _low) / (double)Bins;
        return ByteScale.Covering(Math.Min(0, _low + (low * width)), Math.Max(0, _low + (high * width)));
    }
}
