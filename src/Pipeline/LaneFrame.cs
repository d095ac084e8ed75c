using System.Runtime.ExceptionServices;
using LiveStyle.Frames;

namespace LiveStyle.Pipeline;

/// <summary>A frame that is transformed beside others: begun by one thread, run by a lane, ended by whoever hands it on; then begun with another one.</summary>
internal sealed class LaneFrame : IDisposable
{
    private readonly SemaphoreSlim _done = new(0);
    private Frame _frame;
    private IFrameTask? _task;
    private bool _isNew;
    private ExceptionDispatchInfo? _failure;

    /// <summary>Takes <paramref name="frame"/> over and begins it; what was left of the one before goes back to the transform.</summary>
    /// <exception cref="LiveStyleException">It can't be transformed; the frame stays the caller's.</exception>
    public void Begin(Frame frame, ITemporalTransform transform)
    {
        Dispose();
        _task = transform.Begin(frame);
        _frame = frame;
    }

    /// <summary>Transforms it.</summary>
    /// <returns>False if something went wrong, which <see cref="End"/> tells.</returns>
    public bool Run(CancellationToken cancellationToken)
    {
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

        bool isDone = _failure is null;
        _done.Release();
        return isDone;
    }

    /// <summary>Waits until it has run and gives the frame back.</summary>
    /// <param name="isNew">False if it need not go on.</param>
    /// <param name="failure">Why it could not be transformed.</param>
    /// <returns>The frame, which the caller owns.</returns>
    public Frame End(out bool isNew, out ExceptionDispatchInfo? failure)
    {
        _done.Wait(CancellationToken.None);
        (isNew, failure) = (_isNew, _failure);
        return _frame;
    }

    /// <summary>Gives the work back to the transform, by the thread that began it.</summary>
    public void Dispose()
    {
        _task?.Dispose();
        _task = null;
    }
}
