using System.Collections.Concurrent;
using LiveStyle.Frames;

namespace LiveStyle.Pipeline.Tests;

/// <summary>Does what the test says to several frames at once, and checks that it is used as it wants to be.</summary>
/// <param name="lanes">How many.</param>
/// <param name="run">Done on any thread.</param>
/// <param name="begin">Done in the order of the frames.</param>
internal sealed class LaneTransform(int lanes, Action<Frame> run, Action<Frame>? begin = null) : ITemporalTransform
{
    private readonly ConcurrentBag<string> _misuse = [];
    private long _next;
    private int _thread, _atOnce, _open;

    public int Lanes => lanes;

    public TimeSpan Memory => TimeSpan.Zero;

    /// <summary>Most frames that were worked on at the same time.</summary>
    public int MostAtOnce { get; private set; }

    /// <summary>Tasks that were begun and not disposed.</summary>
    public int Open => _open;

    /// <summary>What the pipeline did that it must not do.</summary>
    public IReadOnlyCollection<string> Misuse => _misuse;

    public void Observe(Frame frame) => throw new NotSupportedException();

    public bool TransformInPlace(Frame frame, CancellationToken cancellationToken) => throw new NotSupportedException();

    public IFrameTask Begin(Frame frame)
    {
        if (Interlocked.CompareExchange(ref _thread, Environment.CurrentManagedThreadId, 0) is var first && first != 0 && first != Environment.CurrentManagedThreadId)
            _misuse.Add("begun by two threads");
        if (frame.Stamp.Index < _next) _misuse.Add($"{frame.Stamp.Index} begun after {_next}");
        _next = frame.Stamp.Index;
        begin?.Invoke(frame);
        Interlocked.Increment(ref _open);
        return new OneFrame(this, frame);
    }

    public void Dispose()
    {
    }

    private bool Run(Frame frame, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        int now = Interlocked.Increment(ref _atOnce);
        lock (_misuse) MostAtOnce = Math.Max(MostAtOnce, now);
        if (now > lanes) _misuse.Add($"{now} at once");
        try
        {
            run(frame);
            return frame.Stamp.Index >= 0; // dead frames throw
        }
        finally
        {
            Interlocked.Decrement(ref _atOnce);
        }
    }

    private void End()
    {
        if (Environment.CurrentManagedThreadId != _thread) _misuse.Add("disposed by another thread");
        Interlocked.Decrement(ref _open);
    }

    private sealed class OneFrame(LaneTransform transform, Frame frame) : IFrameTask
    {
        public bool Run(CancellationToken cancellationToken) => transform.Run(frame, cancellationToken);

        public void Dispose() => transform.End();
    }
}
