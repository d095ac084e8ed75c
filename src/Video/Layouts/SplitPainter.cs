using LiveStyle.Frames;

namespace LiveStyle.Video.Layouts;

/// <summary>Lets another transform paint frames, and puts their left half back as it was, with a white line between.</summary>
/// <param name="painter">Borrowed.</param>
internal sealed class SplitPainter(IFrameTransform painter) : ITemporalTransform
{
    private const int LineWidth = 2;

    private readonly ITemporalTransform? _temporal = painter as ITemporalTransform;
    private byte[] _left = [];

    /// <inheritdoc/>
    public TimeSpan Memory => _temporal?.Memory ?? TimeSpan.Zero;

    /// <inheritdoc/>
    public void Observe(Frame frame) => _temporal?.Observe(frame);

    /// <inheritdoc/>
    public bool TransformInPlace(Frame frame, CancellationToken cancellationToken)
    {
        FrameView picture = frame.View;
        int left = picture.Format.Width / 2 * FrameFormat.BytesPerPixel, height = picture.Format.Height;
        if (_left.Length < left * height) _left = new byte[left * height];
        for (int y = 0; y < height; y++) picture.Row(y)[..left].CopyTo(_left.AsSpan(y * left));
        bool isNew = painter.TransformInPlace(frame, cancellationToken);
        picture = frame.View;
        int line = Math.Min(LineWidth * FrameFormat.BytesPerPixel, picture.Format.Stride - left);
        for (int y = 0; y < height; y++)
        {
            _left.AsSpan(y * left, left).CopyTo(picture.Row(y));
            picture.Row(y).Slice(left, line).Fill(byte.MaxValue);
        }

        return isNew;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
    }
}
