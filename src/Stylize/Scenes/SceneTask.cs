using LiveStyle.Frames;

namespace LiveStyle.Stylize.Scenes;

/// <summary>A frame of a scene, or of two between which the film fades.</summary>
/// <param name="done">Takes this back.</param>
internal sealed class SceneTask(Action<SceneTask> done) : IFrameTask
{
    private readonly FramePool _pool = new(1);
    private Frame _frame, _copy;
    private ScenePainter? _painter, _painterBefore;
    private IFrameTask? _task, _taskBefore;
    private double _before;

    /// <summary>Begins a frame of one scene.</summary>
    /// <param name="frame">Stays the caller's.</param>
    /// <param name="painter">The scene's; <see langword="null"/>: the frame stays as it is.</param>
    public void Begin(Frame frame, ScenePainter? painter)
    {
        (_frame, _painter, _before) = (frame, painter, 0);
        _task = painter?.Begin(frame);
    }

    /// <summary>Begins a frame between two scenes.</summary>
    /// <param name="frame">Stays the caller's.</param>
    /// <param name="painter">The scene's.</param>
    /// <param name="painterBefore">The one's before.</param>
    /// <param name="before">What share of the picture is still its.</param>
    public void Begin(Frame frame, ScenePainter? painter, ScenePainter? painterBefore, double before)
    {
        _copy = _pool.Rent(frame.Format, frame.Stamp, CancellationToken.None);
        frame.View.Pixels.CopyTo(_copy.View.Pixels);
        _painterBefore = painterBefore;
        _taskBefore = painterBefore?.Begin(_copy);
        Begin(frame, painter);
        _before = before;
    }

    /// <inheritdoc/>
    public bool Run(CancellationToken cancellationToken)
    {
        _taskBefore?.Run(cancellationToken);
        _task?.Run(cancellationToken);
        if (_before > 0) new PaintingMix(_before, keepColors: false).MixInPlace(_frame.View, _copy.View);
        return true;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_taskBefore is not null) _painterBefore!.End(_taskBefore);
        if (_task is not null) _painter!.End(_task);
        if (_before > 0) _copy.Dispose();
        (_painter, _painterBefore, _task, _taskBefore, _frame, _copy) = (null, null, null, null, default, default);
        done(this);
    }
}
