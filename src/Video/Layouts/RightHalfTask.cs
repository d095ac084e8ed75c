using LiveStyle.Frames;

namespace LiveStyle.Video.Layouts;

/// <summary>The right half of a frame is painted, as if that were all of it.</summary>
internal sealed class RightHalfTask : LayoutTask
{
    private readonly FramePool _pool = new(1);
    private Frame _right;

    /// <inheritdoc/>
    public override bool Run(CancellationToken cancellationToken)
    {
        bool isNew = Painting!.Run(cancellationToken);
        FrameView painted = _right.View, both = Frame.View;
        for (int y = 0; y < painted.Format.Height; y++) painted.Row(y).CopyTo(both.Row(y)[painted.Format.Stride..]);
        return isNew;
    }

    /// <inheritdoc/>
    protected override Frame Painted(Frame frame)
    {
        FrameView both = frame.View;
        _right = _pool.Rent(both.Format with { Width = both.Format.Width / 2 }, frame.Stamp, CancellationToken.None);
        FrameView half = _right.View;
        for (int y = 0; y < half.Format.Height; y++) both.Row(y)[half.Format.Stride..].CopyTo(half.Row(y));
        return _right;
    }

    /// <inheritdoc/>
    protected override void Forget() => _right.Dispose();
}
