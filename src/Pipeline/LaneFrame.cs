using System.Runtime.ExceptionServices;
using LiveStyle.Frames;

namespace LiveStyle.Pipeline;

/// <summary>A frame that is transformed beside others: begun by one thread, run by a lane, ended by whoever hands it on; then begun with another one.</summary>
/// <param name="stats">Gets the time of every step, and counts the frames.</param>
internal sealed class LaneFrame(StageStats stats) : IDisposable
{
    private readonly SemaphoreSlim _done = new(0);
    private Frame _frame;
    private IFrameTask? _task;
    private bool _isNew;
    private ExceptionDispatchInfo? _failure;

    /// <summary>Takes <paramref name="frame"/> over and begins it; what was left of the one before goes back to the transform.</summary>
    /// <exception cref="LiveStyleException">It can't be transformed; the frame stays the caller's.</exception>
    public void Begin(Frame frame, IWideTransform transform)
    {
        Dispose();
        long begun = stats.Begin();
        _task = transform.Begin(frame);
        _frame = frame;
        stats.End(begun, frame: false);
    }

    /// <summary>Transforms it.</summary>
    public void Run(CancellationToken cancellationToken)
    {
        long begun = stats.Begin();
        (_isNew, _failure) = (false, null);
        try
        {
            _isNew = _task!.Run(cancellationToken);
        }
#pragma warning disable CA1031 // handed to the stage, which throws it
        catch (Exception e)
#pragma warning restore CA1031
        {
            _failure = ExceptionDispatchInfo.Capture(e);
        }

        stats.End(begun, frame: _failure is null);
        _done.Release();
    }

    /// <summary>Waits until it has run, finishes it and gives the frame back. In the order of the frames.</summary>
    /// <param name="isNew">False if it need not go on.</param>
    /// <param name="failure">Why it could not be transformed.</param>
    /// <returns>The frame, which the caller owns.</returns>
    public Frame End(out bool isNew, out ExceptionDispatchInfo? failure)
    {
        _done.Wait(CancellationToken.None);
        if (_isNew) Finish();
        (isNew, failure) = (_isNew, _failure);
        return _frame;
    }

    /// <summary>Gives the work back to the transform, by the thread that began it.</summary>
    public void Dispose()
    {
        _task?.Dispose();
        _task = null;
    }

    private void Finish()
    {
        long begun = stats.Begin();
        try
        {
            _task!.Finish();
        }
#pragma warning disable CA1031 // handed to the stage, which throws it
        catch (Exception e)
#pragma warning restore CA1031
        {
            _failure = ExceptionDispatchInfo.Capture(e);
        }

        stats.End(begun, frame: false);
    }
}
