namespace LiveStyle.Frames;

/// <summary>Where frames come from: a file, a camera, a folder of pictures.</summary>
/// <remarks>Blocking on purpose: decoders and drivers block, so the pipeline gives each source a thread of its own.</remarks>
public interface IFrameSource : IDisposable
{
    /// <summary>What is known before the first frame.</summary>
    SourceInfo Info { get; }

    /// <summary>Waits for the next frame, renting from the pool that the source was opened with.</summary>
    /// <returns>A frame that the caller owns, or <see langword="null"/> at the end of the stream.</returns>
    /// <exception cref="LiveStyleException">The source failed. What was read before stays valid.</exception>
    /// <exception cref="OperationCanceledException">Cancelled; the source holds no frame.</exception>
    Frame? Read(CancellationToken cancellationToken);
}
