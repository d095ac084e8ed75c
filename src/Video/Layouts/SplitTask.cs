using LiveStyle.Frames;
using LiveStyle.Stylize;

namespace LiveStyle.Video.Layouts;

/// <summary>All of a frame is painted, and its left half put back as it was, with a white line between.</summary>
internal sealed class SplitTask : LayoutTask
{
    private byte[] _before = [];

    /// <inheritdoc/>
    public override bool Run(CancellationToken cancellationToken)
    {
        FrameView picture = Frame.View;
        if (_before.Length < picture.Format.ByteCount) _before = new byte[picture.Format.ByteCount];
        FrameView before = new(_before.AsSpan(0, picture.Format.ByteCount), picture.Format);
        SplitView.CopyLeftHalf(picture, before);
        bool isNew = Painting!.Run(cancellationToken);
        SplitView.CopyLeftHalf(before, picture);
        SplitView.DrawDivider(picture);
        return isNew;
    }

    /// <inheritdoc/>
    protected override Frame Painted(Frame frame) => frame;
}
