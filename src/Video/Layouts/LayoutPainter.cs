using LiveStyle.Frames;

namespace LiveStyle.Video.Layouts;

/// <summary>Lets another transform paint a part of each frame.</summary>
internal sealed class LayoutPainter : ITemporalTransform
{
    private readonly ITemporalTransform _painter;
    private readonly TaskShelf<LayoutTask> _tasks;

    /// <param name="painter">Borrowed.</param>
    /// <param name="make">Makes what knows the layout; given what takes it back.</param>
    public LayoutPainter(ITemporalTransform painter, Func<Action<LayoutTask>, LayoutTask> make)
    {
        _painter = painter;
        _tasks = new TaskShelf<LayoutTask>(() => make(_tasks!.Return));
    }

    /// <inheritdoc/>
    public TimeSpan Memory => _painter.Memory;

    /// <inheritdoc/>
    public int Lanes => _painter.Lanes;

    /// <inheritdoc/>
    public void Observe(Frame frame)
    {
        using LayoutTask task = _tasks.Take();
        task.Observe(frame, _painter);
    }

    /// <inheritdoc/>
    public IFrameTask Begin(Frame frame)
    {
        LayoutTask task = _tasks.Take();
        task.Begin(frame, _painter);
        return task;
    }

    /// <inheritdoc/>
    public bool TransformInPlace(Frame frame, CancellationToken cancellationToken) => Begin(frame).Complete(cancellationToken);

    /// <inheritdoc/>
    public void Dispose()
    {
    }
}
