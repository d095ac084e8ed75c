namespace LiveStyle.Frames;

/// <summary>A frame whose turn in the stream has come, and whose transformation is still to be done: see <see cref="IWideTransform.Begin"/>.</summary>
/// <remarks>Disposed by the thread that began it, once nothing runs it any more; the transform uses it again for another frame.</remarks>
public interface IFrameTask : IDisposable
{
    /// <summary>Rewrites the frame's pixels. On any thread, once, beside other tasks of the same transform.</summary>
    /// <returns>False if it shows nothing that was not shown before.</returns>
    /// <exception cref="LiveStyleException">The frame could not be transformed; its pixels are then undefined.</exception>
    bool Run(CancellationToken cancellationToken);

    /// <summary>Does what needs the frames before as they are shown, which is quick: in stream order, by one thread at a time, after <see cref="Run"/> gave true.</summary>
    /// <exception cref="LiveStyleException">The frame could not be transformed; its pixels are then undefined.</exception>
    void Finish()
    {
    }

    /// <summary>Runs, finishes and disposes it: all that is left to do for a frame that no other is transformed beside.</summary>
    /// <returns>As of <see cref="Run"/>.</returns>
    /// <exception cref="LiveStyleException">The frame could not be transformed; its pixels are then undefined.</exception>
    bool Complete(CancellationToken cancellationToken)
    {
        using (this)
        {
            if (!Run(cancellationToken)) return false;
            Finish();
            return true;
        }
    }
}
