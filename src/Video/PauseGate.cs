using LiveStyle.Frames;

namespace LiveStyle.Video;

/// <summary>Holds a film up: while it is closed no new frame is read, and what is under way is finished.</summary>
/// <remarks>Thread-safe.</remarks>
public sealed class PauseGate : IDisposable
{
    private readonly ManualResetEventSlim _open = new(initialState: true, spinCount: 0);

    /// <summary>True while frames are held up.</summary>
    public bool IsClosed => !_open.IsSet;

    /// <summary>Closes it, or opens it again.</summary>
    public void Toggle()
    {
        if (_open.IsSet) _open.Reset();
        else _open.Set();
    }

    /// <inheritdoc/>
    public void Dispose() => _open.Dispose();

    /// <summary>Waits until it is open.</summary>
    /// <exception cref="OperationCanceledException">Cancelled while waiting.</exception>
    internal void Pass(CancellationToken cancellationToken) => _open.Wait(cancellationToken);

    /// <summary>Puts it before a source, which stays the caller's.</summary>
    internal IFrameSource Before(IFrameSource source) => new Gated(this, source);

    private sealed class Gated(PauseGate gate, IFrameSource source) : IFrameSource
    {
        public SourceInfo Info => source.Info;

        public Frame? Read(CancellationToken cancellationToken)
        {
            gate.Pass(cancellationToken);
            return source.Read(cancellationToken);
        }

        public void Dispose()
        {
        }
    }
}
