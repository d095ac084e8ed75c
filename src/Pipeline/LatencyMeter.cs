namespace LiveStyle.Pipeline;

/// <summary>Latencies of a whole run, and of the time since somebody last asked.</summary>
/// <remarks>Any thread may add and read; one asks for what is recent. Allocates nothing.</remarks>
public sealed class LatencyMeter
{
    private readonly LatencyHistogram _total = new();
    private LatencyHistogram _recent = new();
    private LatencyHistogram _spare = new();

    /// <summary>One frame arrived.</summary>
    public void Add(TimeSpan latency)
    {
        _total.Add(latency);
        Volatile.Read(ref _recent).Add(latency);
    }

    /// <summary>Over the whole run.</summary>
    public LatencySummary Total() => _total.Summarize();

    /// <summary>Since the last call; zero if no frame arrived.</summary>
    public LatencySummary TakeRecent()
    {
        _spare.Clear(); // here and not below: a frame that was just being added is lost with the old second
        _spare = Interlocked.Exchange(ref _recent, _spare);
        return _spare.Summarize();
    }
}
