using LiveStyle.Frames;

namespace LiveStyle.Render;

/// <summary>Takes frames and throws them away: for benchmarks and tests.</summary>
public sealed class NullSink : IFrameSink
{
    /// <summary>Frames taken so far.</summary>
    public long Count { get; private set; }

    /// <inheritdoc/>
    public void Write(Frame frame, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Count++;
    }

    /// <summary>Nothing to complete.</summary>
    public void Complete(CancellationToken cancellationToken)
    {
    }

    /// <summary>Nothing to free.</summary>
    public void Dispose()
    {
    }
}
