using LiveStyle.Frames;

namespace LiveStyle.Pipeline.Tests;

/// <summary>Does what the test says to each frame.</summary>
internal sealed class HookTransform(Action<Frame, CancellationToken> hook) : IFrameTransform
{
    public HookTransform(Action<Frame> hook)
        : this((frame, _) => hook(frame))
    {
    }

    public bool TransformInPlace(Frame frame, CancellationToken cancellationToken)
    {
        hook(frame, cancellationToken);
        return true;
    }

    public void Dispose()
    {
    }
}
