namespace LiveStyle.Frames;

/// <summary>Lets a thread wait for a moment on the pipeline's clock, again and again, without allocating. One instance a thread.</summary>
public sealed class ClockWait : IDisposable
{
    private readonly TimeProvider _clock;
    private readonly ManualResetEventSlim _due = new(initialState: false, spinCount: 0);
    private readonly ITimer _timer;

    /// <summary>A wait on <paramref name="clock"/>.</summary>
    public ClockWait(TimeProvider clock)
    {
        _clock = clock;
        _timer = clock.CreateTimer(static due => ((ManualResetEventSlim)due!).Set(), _due, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Time since the clock's own zero: what <see cref="FrameStamp.CapturedAt"/> says.</summary>
    public TimeSpan Now => _clock.Now();

    /// <summary>Waits until <see cref="Now"/> has reached <paramref name="moment"/>.</summary>
    /// <exception cref="OperationCanceledException">Cancelled while waiting.</exception>
    public void Until(TimeSpan moment, CancellationToken cancellationToken)
    {
        while (moment - Now is { } left && left > TimeSpan.Zero)
        {
            _due.Reset();
            _timer.Change(left, Timeout.InfiniteTimeSpan);
            _due.Wait(cancellationToken);
        }

        cancellationToken.ThrowIfCancellationRequested();
    }

    /// <summary>Ends the timer.</summary>
    public void Dispose()
    {
        _timer.Dispose();
        _due.Dispose();
    }
}
