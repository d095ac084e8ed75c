using LiveStyle.Frames;

namespace LiveStyle.Video.Layouts;

/// <summary>Lets another transform paint frames, and puts their left half back as it was, with a white line between.</summary>
internal sealed class SplitPainter : ITemporalTransform
{
    private readonly ITemporalTransform _painter;
    private readonly TaskShelf<SplitTask> _tasks;

    /// <param name="painter">Borrowed.</param>
    public SplitPainter(ITemporalTransform painter)
    {
        _painter = painter;
        _tasks = new TaskShelf<SplitTask>(() => new SplitTask(_tasks!.Return));
    }

    /// <inheritdoc/>
    public TimeSpan Memory => _painter.Memory;

    /// <inheritdoc/>
    public int Lanes => _painter.Lanes;

    /// <inheritdoc/>
    public void Observe(Frame frame) => _painter.Observe(frame);

    /// <inheritdoc/>
    public IFrameTask Begin(Frame frame)
    {
        SplitTask task = _tasks.Take();
        task.Begin(frame, _painter);
        return task;
    }

    /// <inheritdoc/>
    public bool TransformInPlace(Frame frame, CancellationToken cancellationToken)
    {
        using IFrameTask task = Begin(frame);
        return task.Run(cancellationToken);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
    }
}
