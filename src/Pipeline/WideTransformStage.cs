using System.Runtime.ExceptionServices;
using LiveStyle.Frames;

namespace LiveStyle.Pipeline;

/// <summary>Transforms several frames at once, and hands them on in their order; or one by one, while the transform wants no more.</summary>
/// <remarks>
/// The stage's own thread begins frames, which looks back and so needs their order; lanes work on them; another thread finishes them and hands
/// them on. What is transformed one by one stays on the stage's thread. A frame is taken when it can be begun, not before: live, it is
/// the newest then. Steady state allocates nothing.
/// </remarks>
internal sealed class WideTransformStage(
    IWideTransform transform, FrameLane input, FrameLane output, StageStats stats, FrameTally tally, bool isLast) : IDisposable
{
    private readonly LaneFrame[] _ring = [.. Enumerable.Range(0, transform.Lanes + 1).Select(_ => new LaneFrame(stats))];
    private readonly LaneFrame _alone = new(stats);
    private readonly SemaphoreSlim _handedOn = new(0), _underWay = new(0);
    private long _begun, _ended;
    private long _end = long.MaxValue;

    public void Run(RunState run, BlockingWait wait)
    {
        using var lanes = new TransformLanes(_ring, transform.Lanes, run.Abort);
        var handingOn = new Thread(() => HandOn(run)) { Name = "stylize", IsBackground = true };
        handingOn.Start();
        try
        {
            while (!run.Abort.IsCancellationRequested)
            {
                int most = transform.MostUnderWay;
                AwaitFewerThan(most);
                if (input.Take(wait) is not { } frame) break;
                if (most == 1) TransformAlone(frame, run, wait);
                else Begin(frame, lanes);
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
        _handedOn.Dispose();
        _underWay.Dispose();
    }

    private void AwaitFewerThan(int frames)
    {
        for (; _begun - _ended >= frames; _ended++) _handedOn.Wait(CancellationToken.None); // after an abort too, frames under way are given back
    }

    private void TransformAlone(Frame frame, RunState run, BlockingWait wait)
    {
        Begin(frame, _alone);
        _alone.Run(run.Abort);
        HandOn(_alone, run, wait);
        _alone.Dispose();
    }

    private void Begin(Frame frame, TransformLanes lanes)
    {
        Begin(frame, _ring[_begun % _ring.Length]);
        _begun++;
        lanes.Wake();
        _underWay.Release();
    }

    private void Begin(Frame frame, LaneFrame lane)
    {
        try
        {
            lane.Begin(frame, transform);
        }
        catch
        {
            frame.Dispose();
            tally.CountFailed();
            throw;
        }
    }

    private void HandOn(RunState run)
    {
        using var wait = new BlockingWait();
        for (long next = 0; ; next++)
        {
            _underWay.Wait(CancellationToken.None);
            if (next == Volatile.Read(ref _end)) return;
            HandOn(_ring[next % _ring.Length], run, wait);
            _handedOn.Release();
        }
    }

    private void HandOn(LaneFrame lane, RunState run, BlockingWait wait)
    {
        Frame frame = lane.End(out bool isNew, out ExceptionDispatchInfo? failure);
        if (failure is not null) Fail(frame, failure, run);
        else if (!isNew || run.Abort.IsCancellationRequested) Skip(frame);
        else HandOn(frame, wait);
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
