using LiveStyle.Frames;
using LiveStyle.Stylize;

namespace LiveStyle.Video.Layouts;

/// <summary>Lets another transform paint frames, and puts their left half back as it was, with a white line between.</summary>
/// <param name="painter">Borrowed.</param>
internal sealed class SplitPainter(IFrameTransform painter) : ITemporalTransform
{
    private readonly ITemporalTransform? _temporal = painter as ITemporalTransform;
    private byte[] _before = [];

    /// <inheritdoc/>
    public TimeSpan Memory => _temporal?.Memory ?? TimeSpan.Zero;

    /// <inheritdoc/>
    public void Observe(Frame frame) => _temporal?.Observe(frame);

    /// <inheritdoc/>
    public bool TransformInPlace(Frame frame, CancellationToken cancellationToken)
    {
        FrameView picture = frame.View;
        if (_before.Length < picture.Format.ByteCount) _before = new byte[picture.Format.ByteCount];
        FrameView before = new(_before.AsSpan(0, picture.Format.ByteCount), picture.Format);
        SplitView.CopyLeftHalf(picture, before);
        bool isNew = painter.TransformInPlace(frame, cancellationToken);
        SplitView.CopyLeftHalf(before, picture);
        SplitView.DrawDivider(picture);
        return isNew;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
    }
}
