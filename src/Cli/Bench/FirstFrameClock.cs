using LiveStyle.Frames;

namespace LiveStyle.Cli.Bench;

/// <summary>Notes when the first frame comes.</summary>
/// <param name="sink">Gets every frame; taken over.</param>
internal sealed class FirstFrameClock(IFrameSink sink) : IFrameSink
{
    private bool _came;

    /// <summary>From the start of the process to its first frame.</summary>
    public double SecondsAfterStart { get; private set; }

    /// <inheritdoc/>
    public void Write(Frame frame, CancellationToken cancellationToken)
    {
        if (!_came) SecondsAfterStart = Math.Round((TimeProvider.System.GetUtcNow() - System.Diagnostics.Process.GetCurrentProcess().StartTime.ToUniversalTime()).TotalSeconds, 2);
        _came = true;
        sink.Write(frame, cancellationToken);
    }

    /// <inheritdoc/>
    public void Complete(CancellationToken cancellationToken) => sink.Complete(cancellationToken);

    /// <inheritdoc/>
    public void Dispose() => sink.Dispose();
}
