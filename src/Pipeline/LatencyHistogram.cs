namespace LiveStyle.Pipeline;

/// <summary>Counts latencies in buckets that grow by 4.4 %, so that percentiles of any number of frames need no memory for each.</summary>
/// <remarks>Any thread may add and read.</remarks>
internal sealed class LatencyHistogram
{
    private const int BucketsAnOctave = 16;
    private const int Octaves = 36; // 1 µs to 19 hours

    private readonly long[] _counts = new long[BucketsAnOctave * Octaves];
    private long _total;

    public void Add(TimeSpan latency)
    {
        double octave = Math.Log2(Math.Max(latency.TotalMicroseconds, 1));
        int bucket = Math.Min((int)(octave * BucketsAnOctave), _counts.Length - 1);
        Interlocked.Increment(ref _counts[bucket]);
        Interlocked.Increment(ref _total);
    }

    /// <summary>The latency that <paramref name="share"/> (0..1) of the frames did not exceed, to 2.2 %; zero before the first frame.</summary>
    public TimeSpan Percentile(double share)
    {
        long rank = Math.Max(1, (long)Math.Ceiling(share * Interlocked.Read(ref _total)));
        long seen = 0;
        for (int bucket = 0; bucket < _counts.Length; bucket++)
        {
            seen += Interlocked.Read(ref _counts[bucket]);
            if (seen >= rank) return TimeSpan.FromMicroseconds(Math.Pow(2, (bucket + 0.5) / BucketsAnOctave));
        }

        return TimeSpan.Zero;
    }

    /// <summary>Forgets everything; what is added meanwhile may be forgotten too.</summary>
    public void Clear()
    {
        for (int bucket = 0; bucket < _counts.Length; bucket++) Interlocked.Exchange(ref _counts[bucket], 0);
        Interlocked.Exchange(ref _total, 0);
    }

    public LatencySummary Summarize() => new(Percentile(0.50), Percentile(0.95), Percentile(0.99));
}
