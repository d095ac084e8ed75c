using LiveStyle.Frames;

namespace LiveStyle.Video;

/// <summary>Lets a transform that looks back observe the frames before the first one that is wanted, and drops them.</summary>
/// <param name="transform">Borrowed.</param>
/// <param name="from">Presentation time of the first frame that is wanted, or earlier than it and later than all others.</param>
internal sealed class WarmedTransform(ITemporalTransform transform, TimeSpan from) : ITemporalTransform
{
    /// <inheritdoc/>
    public TimeSpan Memory => transform.Memory;

    /// <inheritdoc/>
    public int Lanes => transform.Lanes;

    /// <inheritdoc/>
    public void Observe(Frame frame) => transform.Observe(frame);

    /// <inheritdoc/>
    public IFrameTask Begin(Frame frame)
    {
        if (frame.Stamp.PresentationTime >= from) return transform.Begin(frame);
        transform.Observe(frame);
        return Dropped.Task;
    }

    /// <inheritdoc/>
    public bool TransformInPlace(Frame frame, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (frame.Stamp.PresentationTime >= from) return transform.TransformInPlace(frame, cancellationToken);
        transform.Observe(frame);
        return false;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
    }

    /// <summary>Nothing is left to do, and the frame goes no further.</summary>
    private sealed class Dropped : IFrameTask
    {
        public static readonly Dropped Task = new();

        public bool Run(CancellationToken cancellationToken) => false;

        public void Dispose()
        {
        }
    }
}
