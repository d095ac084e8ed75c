using LiveStyle.Frames;

namespace LiveStyle.Pipeline.Tests;

/// <summary>Remembers which frames came, and whether the stream was completed.</summary>
internal sealed class CollectingSink(Action<Frame>? onWrite = null) : IFrameSink
{
    public List<long> Indices { get; } = [];

    public bool Completed { get; private set; }

    public void Write(Frame frame, CancellationToken cancellationToken)
    {
        onWrite?.Invoke(frame);
        _ = frame.View; // throws if the frame was given back too early
        Indices.Add(frame.Stamp.Index);
    }

    public void Complete(CancellationToken cancellationToken) => Completed = true;

    public void Dispose()
    {
    }
}
