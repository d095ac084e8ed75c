using LiveStyle.Frames;

namespace LiveStyle.Pipeline.Tests;

/// <summary>Delivers a known number of small frames and calls a hook before each.</summary>
internal sealed class ScriptedSource(FramePool pool, int frames, Action<long>? beforeRead = null) : IFrameSource
{
    private static readonly FrameFormat Small = new(4, 4);
    private long _next;

    public SourceInfo Info { get; } = new() { Name = "script", Format = Small, FrameCount = frames, Rate = new FrameRate(30, 1) };

    public Frame? Read(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        beforeRead?.Invoke(_next);
        if (_next == frames) return null;
        var stamp = new FrameStamp(_next, Info.Rate!.Value.TimeAt(_next), TimeProvider.System.GetElapsedTime(0));
        Frame frame = pool.Rent(Small, stamp, cancellationToken);
        _next++;
        return frame;
    }

    public void Dispose()
    {
    }
}
