using System.Collections.Concurrent;
using LiveStyle.Frames;

namespace LiveStyle.Pipeline.Tests;

/// <summary>Does what the test says to several frames at once, and checks that it is used as it wants to be.</summary>
/// <param name="lanes">How many.</param>
/// <param name="run">Done on any thread.</param>
/// <param name="begin">Done in the order of the frames.</param>
/// <param name="mostUnderWay">Frames that may be under way; left out, as many as lanes can use.</param>
internal sealed class LaneTransform(int lanes, Action<Frame> run, Action<Frame>? begin = null, Func<int>? mostUnderWay = null) : IWideTransform
{
    private readonly ConcurrentBag<string> _misuse = [];
    private readonly List<long> _finished = [];
    private long _next;
    private int _thread, _atOnce, _open, _underWay, _mayBe;

    public int Lanes => lanes;

    public int MostUnderWay => _mayBe = mostUnderWay?.Invoke() ?? lanes + 1;

    /// <summary>Most frames that were worked on at the same time.</summary>
    public int MostAtOnce { get; private set; }

    /// <summary>Tasks that were begun and not disposed.</summary>
    public int Open => _open;

    /// <summary>Frames in the order in which they were finished.</summary>
    public IReadOnlyList<long> Finished => _finished;

    /// <summary>What the pipeline did that it must not do.</summary>
    public IReadOnlyCollection<string> Misuse => _misuse;

    public bool TransformInPlace(Frame frame, CancellationToken cancellationToken) => throw new NotSupportedException();

    public IFrameTask Begin(Frame frame)
    {
        if (Interlocked.CompareExchange(ref _thread, Environment.CurrentManagedThreadId, 0) is var first && first != 0 && first != Environment.CurrentManagedThreadId)
            _misuse.Add("begun by two threads");
        if (frame.Stamp.Index < _next) _misuse.Add($"{frame.Stamp.Index} begun after {_next}");
        _next = frame.Stamp.Index;
        begin?.Invoke(frame);
        if (Interlocked.Increment(ref _underWay) is var underWay && underWay > _mayBe) _misuse.Add($"{underWay} under way, of {_mayBe}");
        Interlocked.Increment(ref _open);
        return new OneFrame(this, frame, isAlone: _mayBe == 1);
    }

    public void Dispose()
    {
    }

    private bool Run(Frame frame, bool isAlone, CancellationToken cancellationToken)
    {
        int now = Interlocked.Increment(ref _atOnce);
        lock (_misuse) MostAtOnce = Math.Max(MostAtOnce, now);
        if (now > lanes) _misuse.Add($"{now} at once");
        if (isAlone && Environment.CurrentManagedThreadId != _thread) _misuse.Add("handed to another thread without need");
        try
        {
            cancellationToken.ThrowIfCancellationRequested();
            run(frame);
            return frame.Stamp.Index >= 0; // dead frames throw
        }
        catch
        {
            Interlocked.Decrement(ref _underWay);
            throw;
        }
        finally
        {
            Interlocked.Decrement(ref _atOnce);
        }
    }

    private void Finish(Frame frame)
    {
        _finished.Add(frame.Stamp.Index);
        Interlocked.Decrement(ref _underWay);
    }

    private void End()
    {
        if (Environment.CurrentManagedThreadId != _thread) _misuse.Add("disposed by another thread");
        Interlocked.Decrement(ref _open);
    }

    private sealed class OneFrame(LaneTransform transform, Frame frame, bool isAlone) : IFrameTask
    {
        public bool Run(CancellationToken cancellationToken) => transform.Run(frame, isAlone, cancellationToken);

        public void Finish() => transform.Finish(frame);

        public void Dispose() => transform.End();
    }
}
