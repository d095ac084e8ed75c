namespace LiveStyle.Frames;

/// <summary>All of a transform's work on a frame: for those with one lane.</summary>
internal sealed class WholeFrameTask(IFrameTransform transform, Frame frame) : IFrameTask
{
    /// <inheritdoc/>
    public bool Run(CancellationToken cancellationToken) => transform.TransformInPlace(frame, cancellationToken);

    /// <inheritdoc/>
    public void Dispose()
    {
    }
}
