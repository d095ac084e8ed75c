using LiveStyle.Frames;
using LiveStyle.Stylize;

namespace LiveStyle.Video.Layouts;

/// <summary>A frame of which the right half will be painted.</summary>
/// <param name="done">Takes this back.</param>
internal sealed class SplitTask(Action<SplitTask> done) : IFrameTask
{
    private byte[] _before = [];
    private Frame _frame;
    private IFrameTask? _painting;

    /// <summary>Begins a frame.</summary>
    public void Begin(Frame frame, ITemporalTransform painter) => (_frame, _painting) = (frame, painter.Begin(frame));

    /// <inheritdoc/>
    public bool Run(CancellationToken cancellationToken)
    {
        FrameView picture = _frame.View;
        if (_before.Length < picture.Format.ByteCount) _before = new byte[picture.Format.ByteCount];
        FrameView before = new(_before.AsSpan(0, picture.Format.ByteCount), picture.Format);
        SplitView.CopyLeftHalf(picture, before);
        bool isNew = _painting!.Run(cancellationToken);
        SplitView.CopyLeftHalf(before, picture);
        SplitView.DrawDivider(picture);
        return isNew;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _painting?.Dispose();
        (_painting, _frame) = (null, default);
        done(this);
    }
}
