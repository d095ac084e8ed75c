using LiveStyle.Frames;

namespace LiveStyle.Live.Outputs;

/// <summary>Gives another sink one frame and no more, and says when it has come.</summary>
/// <param name="sink">Taken over.</param>
internal sealed class FirstFrameSink(IFrameSink sink) : IFrameSink
{
    private readonly TaskCompletionSource _came = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Ends when the frame has been written.</summary>
    public Task Came => _came.Task;

    /// <inheritdoc/>
    public void Write(Frame frame, CancellationToken cancellationToken)
    {
        if (_came.Task.IsCompleted) return;
        sink.Write(frame, cancellationToken);
        _came.SetResult();
    }

    /// <inheritdoc/>
    public void Complete(CancellationToken cancellationToken) => sink.Complete(cancellationToken);

    /// <inheritdoc/>
    public void Dispose() => sink.Dispose();
}
