using System.Threading.Tasks.Sources;

namespace LiveStyle.Web;

/// <summary>One who watches: sleeps until there is something to do. Waking it never waits and never allocates.</summary>
internal sealed class Viewer : IValueTaskSource, IThreadPoolWorkItem
{
    private const int Busy = 0, Sleeping = 1, Called = 2;

    private ManualResetValueTaskSourceCore<bool> _core;
    private int _state;

    /// <summary>Wakes it, or keeps it from its next sleep. From any thread.</summary>
    public void Wake()
    {
        if (Interlocked.Exchange(ref _state, Called) == Sleeping) ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
    }

    /// <summary>Sleeps until the next call of <see cref="Wake"/>; returns at once if there was one since the last sleep. For one waiter.</summary>
    public ValueTask SleepAsync()
    {
        _core.Reset();
        if (Interlocked.CompareExchange(ref _state, Sleeping, Busy) == Busy) return new ValueTask(this, _core.Version);
        Volatile.Write(ref _state, Busy);
        return ValueTask.CompletedTask;
    }

    void IThreadPoolWorkItem.Execute()
    {
        Volatile.Write(ref _state, Busy); // before the waiter goes on: a call from here on is for its next sleep
        _core.SetResult(true);
    }

    void IValueTaskSource.GetResult(short token) => _core.GetResult(token);

    ValueTaskSourceStatus IValueTaskSource.GetStatus(short token) => _core.GetStatus(token);

    void IValueTaskSource.OnCompleted(Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags) =>
        _core.OnCompleted(continuation, state, token, flags);
}
