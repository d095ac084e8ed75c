using LiveStyle.Frames;

namespace LiveStyle.Video;

/// <summary>Lets a transform that looks back observe the frames before the first one that is wanted, and drops them.</summary>
/// <param name="transform">Borrowed.</param>
/// <param name="from">Presentation time of the first frame that is wanted, or earlier than it and later than all others.</param>
internal sealed class WarmedTransform(IFrameTransform transform, TimeSpan from) : IFrameTransform
{
    private readonly ITemporalTransform? _temporal = transform as ITemporalTransform;

    public bool TransformInPlace(Frame frame, CancellationToken cancellationToken)
    {
        if (frame.Stamp.PresentationTime >= from) return transform.TransformInPlace(frame, cancellationToken);
        cancellationToken.ThrowIfCancellationRequested();
        _temporal?.Observe(frame);
        return false;
    }

    public void Dispose()
    {
    }
}
