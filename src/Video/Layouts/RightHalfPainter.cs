using LiveStyle.Frames;

namespace LiveStyle.Video.Layouts;

/// <summary>Lets another transform paint the right half of frames, as if that were all of them.</summary>
internal sealed class RightHalfPainter : ITemporalTransform
{
    private readonly ITemporalTransform _painter;
    private readonly TaskShelf<RightHalfTask> _tasks;

    /// <param name="painter">Borrowed.</param>
    public RightHalfPainter(ITemporalTransform painter)
    {
        _painter = painter;
        _tasks = new TaskShelf<RightHalfTask>(() => new RightHalfTask(_tasks!.Return));
    }

    /// <inheritdoc/>
    public TimeSpan Memory => _painter.Memory;

    /// <inheritdoc/>
    public int Lanes => _painter.Lanes;

    /// <inheritdoc/>
    public void Observe(Frame frame)
    {
        RightHalfTask task = _tasks.Take();
        task.Observe(frame, _painter);
        task.Dispose();
    }

    /// <inheritdoc/>
    public IFrameTask Begin(Frame frame)
    {
        RightHalfTask task = _tasks.Take();
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
