using LiveStyle.Frames;

namespace LiveStyle.Stylize;

/// <summary>A frame between the look at its brightness and its painting.</summary>
/// <param name="painter">Paints; borrowed.</param>
/// <param name="mix">What becomes of the painting.</param>
/// <param name="done">Takes this back.</param>
internal sealed class StylizerTask(StylePainter painter, PaintingMix mix, Action<StylizerTask> done) : IFrameTask
{
    private byte[] _painting = [];
    private PaintSpace? _space;
    private Frame _frame;

    /// <summary>Looks at the next frame of the stream.</summary>
    public void Begin(Frame frame)
    {
        _frame = frame;
        if (mix.NeedsPainting) _space = painter.Begin(frame.View, frame.Stamp.PresentationTime);
    }

    /// <inheritdoc/>
    public bool Run(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (_space is null) return true;
        FrameView picture = _frame.View;
        FrameView painting = mix.NeedsPicture ? Painting(picture.Format) : picture;
        _space.Paint(picture, painting);
        if (mix.NeedsPicture) mix.MixInPlace(picture, painting);
        return true;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_space is not null) painter.Return(_space);
        (_space, _frame) = (null, default);
        done(this);
    }

    private FrameView Painting(FrameFormat format)
    {
        if (_painting.Length < format.ByteCount) _painting = new byte[format.ByteCount];
        return new FrameView(_painting.AsSpan(0, format.ByteCount), format);
    }
}
