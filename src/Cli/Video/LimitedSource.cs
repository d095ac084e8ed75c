using LiveStyle.Frames;

namespace LiveStyle.Cli.Video;

/// <summary>The beginning of another source, which stays the caller's.</summary>
internal sealed class LimitedSource(IFrameSource source, TimeSpan limit) : IFrameSource
{
    private bool _ended;

    public SourceInfo Info { get; } = source.Info with
    {
        FrameCount = source.Info.Rate is { } rate
            ? Math.Min(source.Info.FrameCount ?? long.MaxValue, (long)Math.Round(limit.TotalSeconds * rate.PerSecond))
            : source.Info.FrameCount,
    };

    public Frame? Read(CancellationToken cancellationToken)
    {
        if (_ended || source.Read(cancellationToken) is not { } frame) return null;
        if (frame.Stamp.PresentationTime < limit) return frame;
        frame.Dispose();
        _ended = true;
        return null;
    }

    public void Dispose()
    {
    }
}
