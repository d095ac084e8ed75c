using LiveStyle.Frames;

namespace LiveStyle.Video.Layouts;

/// <summary>A frame that is to be painted in part.</summary>
internal abstract class LayoutTask : IFrameTask
{
    /// <summary>Takes this back when it is disposed.</summary>
    public required Action<LayoutTask> Done { get; init; }

    /// <summary>The frame.</summary>
    protected Frame Frame { get; private set; }

    /// <summary>The painting of what is painted of it.</summary>
    protected IFrameTask? Painting { get; private set; }

    /// <summary>Begins a frame.</summary>
    public void Begin(Frame frame, ITemporalTransform painter)
    {
        Frame = frame;
        Painting = painter.Begin(Painted(frame));
    }

    /// <summary>Shows a frame to what will paint later ones.</summary>
    public void Observe(Frame frame, ITemporalTransform painter) => painter.Observe(Painted(frame));

    /// <inheritdoc/>
    public abstract bool Run(CancellationToken cancellationToken);

    /// <inheritdoc/>
    public void Dispose()
    {
        Painting?.Dispose();
        (Painting, Frame) = (null, default);
        Forget();
        Done(this);
    }

    /// <summary>What the painter sees of a frame; it may be the frame itself.</summary>
    protected abstract Frame Painted(Frame frame);

    /// <summary>Gives back what <see cref="Painted"/> has taken.</summary>
    protected virtual void Forget()
    {
    }
}
