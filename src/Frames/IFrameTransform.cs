namespace LiveStyle.Frames;

/// <summary>Changes the pixels of frames: the stylizer, a filter.</summary>
public interface IFrameTransform : IDisposable
{
    /// <summary>Rewrites the pixels of <paramref name="frame"/>, which stays the caller's. Called by one thread at a time, in stream order.</summary>
    /// <returns>False if it shows nothing that was not shown before: the frame need not go on, and is counted as skipped.</returns>
    /// <exception cref="LiveStyleException">The frame could not be transformed; its pixels are then undefined.</exception>
    bool TransformInPlace(Frame frame, CancellationToken cancellationToken);
}
