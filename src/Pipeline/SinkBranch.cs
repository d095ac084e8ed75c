using LiveStyle.Frames;
using Microsoft.Extensions.Logging;

namespace LiveStyle.Pipeline;

/// <summary>A sink of a <see cref="SinkFan"/> with a queue and a thread of its own, so that it holds up nobody else.</summary>
/// <remarks>Frames may still be offered while and after it ends: they are counted as dropped.</remarks>
public sealed class SinkBranch : IDisposable
{
    private static readonly TimeSpan Proof = TimeSpan.FromSeconds(2);

    private readonly BranchOptions _options;
    private readonly TimeProvider _time;
    private readonly LatencyMeter _latency;
    private readonly ILogger _log;
    private readonly FramePool _pool;
    private readonly FrameLane _lane;
    private readonly BlockingWait _ownerWait = new();
    private readonly Backoff _backoff;
    private readonly CancellationTokenSource _abort = new();
    private readonly Thread _thread;
    private IFrameSink? _sink;
    private string? _problem;
    private Exception? _failure;
    private long _offered, _written, _dropped;
    private TimeSpan _reopened;
    private bool _isBack, _disposed;

    /// <exception cref="LiveStyleException">The sink can't be opened.</exception>
    internal SinkBranch(BranchOptions options, TimeProvider time, LatencyMeter latency, ILogger log)
    {
        (_options, _time, _latency, _log) = (options, time, latency, log);
        var queue = new PipelineOptions { Mode = PipelineMode.Live, QueueLength = options.QueueLength };
        _pool = new FramePool(options.QueueLength + 2); // one more is written, one comes
        _lane = new FrameLane(queue, CountDropped, CountDropped);
        _backoff = new Backoff(time);
        _sink = options.Open();
        _thread = new Thread(Run) { Name = options.Name, IsBackground = true };
        _thread.Start();
    }

    /// <summary>What it has done so far.</summary>
    public BranchReport Report() =>
        new(_options.Name, Interlocked.Read(ref _offered), Interlocked.Read(ref _written), Interlocked.Read(ref _dropped), Volatile.Read(ref _problem));

    /// <summary>Copies the frame into the queue; never waits. Called by one thread.</summary>
    internal void Offer(Frame frame)
    {
        Interlocked.Increment(ref _offered);
        if (_pool.TryRent(frame.Format, frame.Stamp) is not { } copy)
        {
            CountDropped();
            return;
        }

        frame.View.Pixels.CopyTo(copy.View.Pixels);
        _lane.HandOn(copy, _ownerWait);
    }

    /// <summary>No frame follows: what waits will be written, the sink completed and disposed, within <see cref="BranchOptions.Patience"/>.</summary>
    internal void BeginComplete()
    {
        _lane.Complete();
        if (_options.Patience is { } patience) _abort.CancelAfter(patience);
    }

    /// <summary>Waits for what <see cref="BeginComplete"/> began.</summary>
    /// <returns>The failure, now or before, of a sink that is not opened again; or <see langword="null"/>.</returns>
    internal Exception? EndComplete()
    {
        _thread.Join();
        return _failure;
    }

    /// <summary>Ends the branch at once: the sink is not completed.</summary>
    public void Dispose()
    {
        if (_disposed) return;
        _disposed = true;
        _abort.Cancel();
        _lane.Complete();
        _thread.Join();
        _lane.DisposeRemaining();
        _ownerWait.Dispose();
        _abort.Dispose();
    }

    private void Run()
    {
        using var wait = new BlockingWait();
        while (!_abort.IsCancellationRequested && _lane.Take(wait) is { } frame)
        {
            using (frame) Take(frame);
        }

        Attempt(sink =>
        {
            _abort.Token.ThrowIfCancellationRequested();
            sink.Complete(_abort.Token);
        });
        _sink?.Dispose();
        _sink = null;
    }

    private void Take(Frame frame)
    {
        if (_sink is null && !Reopen())
        {
            CountDropped();
            return;
        }

        try
        {
            _sink!.Write(frame, _abort.Token);
            Interlocked.Increment(ref _written);
            TimeSpan now = _time.Now();
            if (_isBack && now - _reopened > Proof) Welcome();
            _latency.Add(now - frame.Stamp.CapturedAt);
        }
        catch (Exception failure)
        {
            CountDropped();
            Lose(failure);
        }
    }

    private bool Reopen()
    {
        if (!_options.Reopens || !_backoff.IsDue) return false;
        try
        {
            _sink = _options.Open();
        }
        catch (LiveStyleException failure)
        {
            Lose(failure);
            return false;
        }

        _reopened = _time.Now();
        return _isBack = true;
    }

    /// <summary>A sink that was opened again has taken frames for a while: a pipe takes some before its reader finds that nobody answers.</summary>
    private void Welcome()
    {
        _isBack = false;
        _backoff.Succeed();
        Volatile.Write(ref _problem, null);
        _log.OutputBack(_options.Name);
    }

    private void Attempt(Action<IFrameSink> work)
    {
        if (_sink is null) return;
        try
        {
            work(_sink);
        }
        catch (Exception failure)
        {
            Lose(failure);
        }
    }

    /// <summary>The sink is of no use any more. Its failure is the run's only if the sink can't come back.</summary>
    private void Lose(Exception failure)
    {
        _sink?.Dispose();
        _sink = null;
        if (failure is OperationCanceledException && _abort.IsCancellationRequested) return;
        if (!_options.Reopens || failure is not LiveStyleException) _failure ??= failure;
        if (_problem != failure.Message) _log.OutputLost(_options.Name, failure.Message);
        Volatile.Write(ref _problem, failure.Message);
        _backoff.Fail();
    }

    private void CountDropped() => Interlocked.Increment(ref _dropped);
}
