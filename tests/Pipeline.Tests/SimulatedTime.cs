namespace LiveStyle.Pipeline.Tests;

/// <summary>A clock that goes on only when all who work by it wait for it: an hour takes seconds, and is the same hour each time.</summary>
/// <param name="workers">How many threads work by it.</param>
internal sealed class SimulatedTime(int workers) : TimeProvider
{
    private readonly object _gate = new();
    private readonly List<long> _awaited = [];
    private int _workers = workers;
    private long _now;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => Volatile.Read(ref _now);

    /// <summary>Waits until it is so late.</summary>
    public void WaitUntil(TimeSpan time)
    {
        lock (_gate)
        {
            if (_now >= time.Ticks) return;
            _awaited.Add(time.Ticks);
            GoOn();
            while (_now < time.Ticks) Monitor.Wait(_gate);
        }
    }

    /// <summary>One thread will wait no more.</summary>
    public void Leave()
    {
        lock (_gate)
        {
            _workers--;
            GoOn();
        }
    }

    private void GoOn()
    {
        if (_awaited.Count < _workers || _awaited.Count == 0) return;
        Volatile.Write(ref _now, _awaited.Min());
        _awaited.RemoveAll(time => time <= _now);
        Monitor.PulseAll(_gate);
    }
}
