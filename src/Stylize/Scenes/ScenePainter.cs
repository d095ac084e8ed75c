using LiveStyle.Frames;

namespace LiveStyle.Stylize.Scenes;

/// <summary>What paints a scene, while it is open. Owns it.</summary>
/// <param name="transform">The painter.</param>
internal sealed class ScenePainter(ITemporalTransform transform) : IDisposable
{
    /// <summary>The painter.</summary>
    public ITemporalTransform Transform { get; } = transform;

    /// <summary>Frames that it works on.</summary>
    public int Tasks { get; private set; }

    /// <summary>Begins a frame.</summary>
    public IFrameTask Begin(Frame frame)
    {
        IFrameTask task = Transform.Begin(frame);
        Tasks++;
        return task;
    }

    /// <summary>Ends the task of a frame.</summary>
    public void End(IFrameTask task)
    {
        task.Dispose();
        Tasks--;
    }

    /// <inheritdoc/>
    public void Dispose() => Transform.Dispose();
}
