using LiveStyle.Frames;

namespace LiveStyle.Video.Layouts;

/// <summary>Lets another transform paint the right half of frames, as if that were all of them.</summary>
/// <param name="painter">Borrowed.</param>
internal sealed class RightHalfPainter(IFrameTransform painter) : ITemporalTransform
{
    private readonly ITemporalTransform? _temporal = painter as ITemporalTransform;
    private readonly FramePool _pool = new(1);

    /// <inheritdoc/>
    public TimeSpan Memory => _temporal?.Memory ?? TimeSpan.Zero;

    /// <inheritdoc/>
    public void Observe(Frame frame)
    {
        if (_temporal is null) return;
        using Frame right = RightOf(frame, CancellationToken.None);
        _temporal.Observe(right);
    }

    /// <inheritdoc/>
    public bool TransformInPlace(Frame frame, CancellationToken cancellationToken)
    {
        using Frame right = RightOf(frame, cancellationToken);
        bool isNew = painter.TransformInPlace(right, cancellationToken);
        FrameView painted = right.View, both = frame.View;
        for (int y = 0; y < painted.Format.Height; y++) painted.Row(y).CopyTo(both.Row(y)[painted.Format.Stride..]);
        return isNew;
    }

    /// <inheritdoc/>
    public void Dispose() => _pool.Dispose();

    private Frame RightOf(Frame frame, CancellationToken cancellationToken)
    {
        FrameView both = frame.View;
        Frame right = _pool.Rent(both.Format with { Width = both.Format.Width / 2 }, frame.Stamp, cancellationToken);
        FrameView half = right.View;
        for (int y = 0; y < half.Format.Height; y++) both.Row(y)[half.Format.Stride..].CopyTo(half.Row(y));
        return right;
    }
}
