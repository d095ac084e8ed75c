namespace LiveStyle.Frames;

/// <summary>Changes the pixels of frames: the stylizer, a filter.</summary>
public interface IFrameTransform : IDisposable
{
    /// <summary>Rewrites the pixels of <paramref name="frame"/>, which stays the caller's. Called by one thread at a time, in stream order.</summary>
    /// <exception cref="LiveStyleException">The frame could not be transformed; its pixels are then undefined.</exception>
    void TransformInPlace(Frame frame, CancellationToken cancellationToken);
}
