namespace LiveStyle.Pipeline;

/// <summary>Threads that transform the frames of a ring, each the next that no other has taken.</summary>
internal sealed class TransformLanes : IDisposable
{
    private readonly LaneFrame[] _ring;
    private readonly Thread[] _threads;
    private readonly CancellationToken _abort;
    private readonly SemaphoreSlim _waiting = new(0);
    private long _taken = -1;
    private volatile bool _ends;

    /// <summary>Starts them.</summary>
    /// <param name="ring">Frames, in their order round and round.</param>
    /// <param name="lanes">Number of threads.</param>
    /// <param name="abort">Given to every frame's work.</param>
    public TransformLanes(LaneFrame[] ring, int lanes, CancellationToken abort)
    {
        (_ring, _abort) = (ring, abort);
        _threads = [.. Enumerable.Range(0, lanes).Select(_ => new Thread(Work) { Name = "stylize", IsBackground = true })];
        foreach (Thread thread in _threads) thread.Start();
    }

    /// <summary>Says that the next frame of the ring is begun.</summary>
    public void Wake() => _waiting.Release();

    /// <summary>Ends the threads, each after the frame that it works on. Every frame that was begun has been run then.</summary>
    public void Dispose()
    {
        _ends = true;
        _waiting.Release(_threads.Length);
        foreach (Thread thread in _threads) thread.Join();
        _waiting.Dispose();
    }

    private void Work()
    {
        while (true)
        {
            _waiting.Wait(CancellationToken.None);
            if (_ends) return; // the stage has waited for every frame before
            _ring[Interlocked.Increment(ref _taken) % _ring.Length].Run(_abort);
        }
    }
}
