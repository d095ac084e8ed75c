using LiveStyle.Frames;

namespace LiveStyle.Video.Layouts;

/// <summary>The right half of a frame, by itself.</summary>
/// <param name="done">Takes this back.</param>
internal sealed class RightHalfTask(Action<RightHalfTask> done) : IFrameTask
{
    private readonly FramePool _pool = new(1);
    private Frame _frame, _right;
    private IFrameTask? _painting;

    /// <summary>Shows the half to what will paint later ones.</summary>
    public void Observe(Frame frame, ITemporalTransform painter)
    {
        _right = RightOf(frame);
        painter.Observe(_right);
    }

    /// <summary>Begins a frame.</summary>
    public void Begin(Frame frame, ITemporalTransform painter)
    {
        (_frame, _right) = (frame, RightOf(frame));
        _painting = painter.Begin(_right);
    }

    /// <inheritdoc/>
    public bool Run(CancellationToken cancellationToken)
    {
        bool isNew = _painting!.Run(cancellationToken);
        FrameView painted = _right.View, both = _frame.View;
        for (int y = 0; y < painted.Format.Height; y++) painted.Row(y).CopyTo(both.Row(y)[painted.Format.Stride..]);
        return isNew;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _painting?.Dispose();
        _right.Dispose();
        (_painting, _frame, _right) = (null, default, default);
        done(this);
    }

    private Frame RightOf(Frame frame)
    {
        FrameView both = frame.View;
        Frame right = _pool.Rent(both.Format with { Width = both.Format.Width / 2 }, frame.Stamp, CancellationToken.None);
        FrameView half = right.View;
        for (int y = 0; y < half.Format.Height; y++) both.Row(y)[half.Format.Stride..].CopyTo(half.Row(y));
        return right;
    }
}
