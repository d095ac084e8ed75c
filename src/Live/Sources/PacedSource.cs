using LiveStyle.Frames;

namespace LiveStyle.Live.Sources;

/// <summary>A file as if it were a camera: at its own rate, again and again.</summary>
/// <remarks>A frame that comes late is shown at once, and the next ones are not hurried after it.</remarks>
public sealed class PacedSource : IFrameSource
{
    private readonly Func<IFrameSource> _open;
    private readonly ClockWait _clock;
    private IFrameSource _source;
    private TimeSpan _zero; // of the file's time line, on the clock
    private bool _started;
    private long _index;

    /// <summary>Opens the file.</summary>
    /// <param name="open">Opens it from its beginning.</param>
    /// <param name="time">The clock of the whole pipeline.</param>
    /// <exception cref="LiveStyleException">It can't be read.</exception>
    public PacedSource(Func<IFrameSource> open, TimeProvider time)
    {
        (_open, _clock) = (open, new ClockWait(time));
        _source = open();
        Info = _source.Info with { IsLive = true, FrameCount = null };
    }

    /// <inheritdoc/>
    public SourceInfo Info { get; }

    /// <inheritdoc/>
    public Frame? Read(CancellationToken cancellationToken)
    {
        if (_source.Read(cancellationToken) is { } frame) return Paced(frame, cancellationToken);
        if (!_started) return null; // not one frame: it would be opened forever
        _source.Dispose();
        _source = _open();
        _started = false;
        return _source.Read(cancellationToken) is { } first ? Paced(first, cancellationToken) : null;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _source.Dispose();
        _clock.Dispose();
    }

    private Frame Paced(Frame frame, CancellationToken cancellationToken)
    {
        TimeSpan now = _clock.Now, due = _zero + frame.Stamp.PresentationTime;
        if (!_started || now > due) (_zero, _started, due) = (now - frame.Stamp.PresentationTime, true, now);
        try
        {
            _clock.Until(due, cancellationToken);
        }
        catch (OperationCanceledException)
        {
            frame.Dispose();
            throw;
        }

        frame.Stamp = new FrameStamp(_index++, frame.Stamp.PresentationTime, _clock.Now);
        return frame;
    }
}
