namespace LiveStyle.Frames;

/// <summary>Where frames go: a file, a window, a camera device.</summary>
/// <remarks>
/// <see cref="Complete"/> makes the result final (a file gets its name). <see cref="IDisposable.Dispose"/> without it throws away what was
/// written so far, so that a failed run never leaves half a file under the user's name.
/// </remarks>
public interface IFrameSink : IDisposable
{
    /// <summary>Takes the frame's pixels; the frame itself is borrowed and stays the caller's. Blocks while the sink is busy.</summary>
    /// <exception cref="LiveStyleException">The sink failed: disk full, encoder gone.</exception>
    void Write(Frame frame, CancellationToken cancellationToken);

    /// <summary>Ends the stream and makes the result final. Called once, after the last frame.</summary>
    /// <exception cref="LiveStyleException">The result could not be completed.</exception>
    void Complete(CancellationToken cancellationToken);
}
