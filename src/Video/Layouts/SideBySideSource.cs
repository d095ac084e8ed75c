using LiveStyle.Frames;

namespace LiveStyle.Video.Layouts;

/// <summary>Every frame of another source twice, side by side: the right one is to be painted.</summary>
/// <param name="source">Borrowed.</param>
/// <param name="pool">Where both rent their frames; borrowed. It holds one frame more than the source alone would need.</param>
internal sealed class SideBySideSource(IFrameSource source, FramePool pool) : IFrameSource
{
    /// <inheritdoc/>
    public SourceInfo Info { get; } = source.Info with { Format = Twice(source.Info.Format) };

    /// <inheritdoc/>
    public Frame? Read(CancellationToken cancellationToken)
    {
        if (source.Read(cancellationToken) is not { } frame) return null;
        using (frame)
        {
            Frame both = pool.Rent(Twice(frame.Format), frame.Stamp, cancellationToken);
            FrameView from = frame.View, to = both.View;
            for (int y = 0; y < from.Format.Height; y++)
            {
                from.Row(y).CopyTo(to.Row(y));
                from.Row(y).CopyTo(to.Row(y)[from.Format.Stride..]);
            }

            return both;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
    }

    private static FrameFormat Twice(FrameFormat format) => format with { Width = 2 * format.Width };
}
