using System.Runtime.ExceptionServices;
using Microsoft.Extensions.Logging;

namespace LiveStyle.Pipeline;

/// <summary>What the stages of one run share: how it is going, and the one way to abort it.</summary>
internal sealed class RunState : IDisposable
{
    private readonly CancellationToken _cancelledByCaller;
    private readonly CancellationTokenSource _abort;
    private readonly CancellationTokenSource _endOfCapture;
    private readonly ILogger _log;
    private Exception? _failure;

    public RunState(ILogger log, CancellationToken gracefulStop, CancellationToken cancellationToken)
    {
        _log = log;
        _cancelledByCaller = cancellationToken;
        _abort = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        _endOfCapture = CancellationTokenSource.CreateLinkedTokenSource(_abort.Token, gracefulStop);
    }

    /// <summary>Cancelled when everything must end at once: a stage failed, or the caller cancelled.</summary>
    public CancellationToken Abort => _abort.Token;

    /// <summary>Cancelled when no new frame is wanted: on abort, and on a graceful stop.</summary>
    public CancellationToken EndOfCapture => _endOfCapture.Token;

    /// <summary>Runs a stage to its end. The first failure aborts the others; the cancellations that it causes are no failures.</summary>
    public void Guard(string stage, Action body)
    {
        try
        {
            body();
        }
        catch (OperationCanceledException) when (Abort.IsCancellationRequested)
        {
        }
        catch (Exception failure)
        {
            Fail(stage, failure);
        }
    }

    /// <summary>Set once the sink has made its result final: a cancellation that comes later changes nothing.</summary>
    public bool Completed { get; set; }

    /// <summary>Throws the failure, or the cancellation, if there was one.</summary>
    public void ThrowIfEndedEarly()
    {
        if (_failure is not null) ExceptionDispatchInfo.Throw(_failure);
        if (!Completed) _cancelledByCaller.ThrowIfCancellationRequested();
    }

    public void Dispose()
    {
        _endOfCapture.Dispose();
        _abort.Dispose();
    }

    private void Fail(string stage, Exception failure)
    {
        // After the caller's own cancellation, a broken pipe or a lost process is its consequence.
        if (_cancelledByCaller.IsCancellationRequested || Interlocked.CompareExchange(ref _failure, failure, null) is not null) return;
        _log.StageFailed(failure, stage);
        try
        {
            _abort.Cancel();
        }
        catch (AggregateException unwinding)
        {
            _log.StageFailed(unwinding, stage); // a stage's cancellation callback threw: the first failure stays the one to report
        }
    }
}
