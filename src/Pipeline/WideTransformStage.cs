using System.Runtime.ExceptionServices;
using LiveStyle.Frames;

namespace LiveStyle.Pipeline;

/// <summary>Transforms several frames at once, and hands them on in their order.</summary>
/// <remarks>
/// The stage's own thread begins frames, which looks back and so needs their order; lanes work on them; another thread hands them on. One frame
/// more than there are lanes is under way, so that a lane that is done finds the next one begun. Steady state allocates nothing.
/// </remarks>
internal sealed class WideTransformStage(
    ITemporalTransform transform, FrameLane input, FrameLane output, StageStats stats, FrameTally tally, bool isLast) : IDisposable
{
    private readonly LaneFrame[] _ring = [.. Enumerable.Range(0, transform.Lanes + 1).Select(_ => new LaneFrame())];
    private readonly SemaphoreSlim _room = new(transform.Lanes + 1), _underWay = new(0);
    private long _begun;
    private long _end = long.MaxValue;

    public void Run(RunState run, BlockingWait wait)
    {
        using var lanes = new TransformLanes(_ring, transform.Lanes, stats, run.Abort);
        var handingOn = new Thread(() => HandOn(run)) { Name = "stylize", IsBackground = true };
        handingOn.Start();
        try
        {
            while (!run.Abort.IsCancellationRequested && input.Take(wait) is { } frame)
            {
                _room.Wait(CancellationToken.None); // after an abort too, frames under way are given back
                Begin(frame);
                lanes.Wake();
                _underWay.Release();
            }
        }
        finally
        {
            Volatile.Write(ref _end, _begun);
            _underWay.Release();
            handingOn.Join();
            foreach (LaneFrame frame in _ring) frame.Dispose();
        }
    }

    public void Dispose()
    {
        _room.Dispose();
        _underWay.Dispose();
    }

    private void Begin(Frame frame)
    {
        try
        {
            _ring[_begun % _ring.Length].Begin(frame, transform);
        }
        catch
        {
            frame.Dispose();
            tally.CountFailed();
            throw;
        }

        _begun++;
    }

    private void HandOn(RunState run)
    {
        using var wait = new BlockingWait();
        for (long next = 0; ; next++)
        {
            _underWay.Wait(CancellationToken.None);
            if (next == Volatile.Read(ref _end)) return;
            Frame frame = _ring[next % _ring.Length].End(out bool isNew, out ExceptionDispatchInfo? failure);
            _room.Release();
            if (failure is not null) Fail(frame, failure, run);
            else if (!isNew || run.Abort.IsCancellationRequested) Skip(frame);
            else HandOn(frame, wait);
        }
    }

    private void HandOn(Frame frame, BlockingWait wait)
    {
        if (isLast) tally.CountStylized();
        output.HandOn(frame, wait);
    }

    private void Skip(Frame frame)
    {
        frame.Dispose();
        tally.CountSkipped();
    }

    private void Fail(Frame frame, ExceptionDispatchInfo failure, RunState run)
    {
        frame.Dispose();
        tally.CountUndone(failure.SourceException, run.Abort);
        run.Guard("stylize", failure.Throw);
    }
}
