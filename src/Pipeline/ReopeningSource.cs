using LiveStyle.Frames;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace LiveStyle.Pipeline;

/// <summary>A live source that outlives its device: while that is gone, a placeholder is shown, and it is opened again with back-off.</summary>
/// <remarks>Frames keep rising numbers and presentation times whatever the device says after it came back. Opening takes its time (a camera,
/// a server that does not answer), so it happens on another thread.</remarks>
public sealed class ReopeningSource : IFrameSource
{
    private static readonly TimeSpan PlaceholderInterval = TimeSpan.FromMilliseconds(100);

    private readonly Func<IFrameSource> _open;
    private readonly IPlaceholder _placeholder;
    private readonly FramePool _pool;
    private readonly TimeProvider _time;
    private readonly ILogger _log;
    private readonly Backoff _backoff;
    private readonly TimeSpan _started;
    private IFrameSource? _source;
    private Task<IFrameSource>? _opening;
    private string? _problem;
    private volatile bool _isWanted = true;
    private FrameFormat _format;
    private long _index;
    private bool _isBack;

    /// <summary>Opens the source for the first time, on the caller's thread.</summary>
    /// <param name="open">Opens it; frames must come from <paramref name="pool"/>.</param>
    /// <param name="placeholder">What is shown while it is gone; borrowed.</param>
    /// <param name="pool">Borrowed.</param>
    /// <param name="time">The clock of the whole pipeline.</param>
    /// <param name="logger">Told when the source goes and comes.</param>
    /// <exception cref="LiveStyleException">It can't be opened even once: most likely a mistake in what the user typed.</exception>
    public ReopeningSource(Func<IFrameSource> open, IPlaceholder placeholder, FramePool pool, TimeProvider time, ILogger? logger = null)
    {
        (_open, _placeholder, _pool, _time, _log) = (open, placeholder, pool, time, logger ?? NullLogger.Instance);
        (_backoff, _started) = (new Backoff(time), time.Now());
        _source = open();
        Info = _source.Info with { IsLive = true, FrameCount = null };
        _format = Info.Format;
    }

    /// <inheritdoc/>
    public SourceInfo Info { get; }

    /// <summary>
    /// Default true. False closes the source until it is wanted again: nobody looks, so a camera's light need not burn. A placeholder that
    /// stands still is delivered meanwhile. Any thread may set it.
    /// </summary>
    public bool IsWanted
    {
        get => _isWanted;
        set => _isWanted = value;
    }

    /// <summary>Why it is gone; <see langword="null"/> while it delivers. Any thread may ask.</summary>
    public string? Problem => Volatile.Read(ref _problem);

    /// <inheritdoc/>
    public Frame? Read(CancellationToken cancellationToken)
    {
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (!_isWanted) Release();
            if (_source is not null && Captured(cancellationToken) is { } frame) return frame;
            if (TakeOpened()) continue;
            if (_isWanted && _opening is null && _backoff.IsDue) _opening = Task.Run(_open, CancellationToken.None);
            Task.Delay(PlaceholderInterval, _time, cancellationToken).GetAwaiter().GetResult();
            if (Placeholder() is { } shown) return shown;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _source?.Dispose();
        _opening?.ContinueWith(opened => opened.Result.Dispose(), CancellationToken.None, TaskContinuationOptions.OnlyOnRanToCompletion, TaskScheduler.Default);
    }

    private Frame? Captured(CancellationToken cancellationToken)
    {
        try
        {
            if (_source!.Read(cancellationToken) is { } read)
            {
                Frame frame = read;
                _format = frame.Format;
                if (_isBack) Welcome();
                frame.Stamp = new FrameStamp(_index++, frame.Stamp.CapturedAt - _started, frame.Stamp.CapturedAt);
                return frame;
            }

            Lose("it has ended");
        }
        catch (LiveStyleException failure)
        {
            Lose(failure.Message);
        }

        return null;
    }

    /// <summary>A source that was opened again has delivered: only now it is sure that it works.</summary>
    private void Welcome()
    {
        _isBack = false;
        _backoff.Succeed();
        Volatile.Write(ref _problem, null);
        _log.SourceBack(Info.Name);
    }

    private void Lose(string reason)
    {
        _source!.Dispose();
        _source = null;
        Volatile.Write(ref _problem, reason);
        _log.SourceLost(Info.Name, reason);
        _backoff.Fail();
    }

    private void Release()
    {
        if (_source is null) return;
        _source.Dispose();
        _source = null;
        _log.SourceReleased(Info.Name);
    }

    private bool TakeOpened()
    {
        if (_opening is not { IsCompleted: true } opened) return false;
        _opening = null;
        try
        {
            _source = opened.GetAwaiter().GetResult();
        }
        catch (LiveStyleException failure)
        {
            Volatile.Write(ref _problem, failure.Message);
            _backoff.Fail();
            return false;
        }

        return _isBack = true;
    }

    private Frame? Placeholder()
    {
        TimeSpan now = _time.Now();
        if (_pool.TryRent(_format, new FrameStamp(_index, now - _started, now)) is not { } frame) return null;
        _index++;
        _placeholder.Draw(frame.View, _isWanted ? now - _started : TimeSpan.Zero);
        return frame;
    }
}
