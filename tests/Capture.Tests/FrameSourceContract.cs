using LiveStyle.Frames;

namespace LiveStyle.Capture.Tests;

/// <summary>What every source does, whatever it reads. The derived class says how many frames it has.</summary>
public abstract class FrameSourceContract : IDisposable
{
    private protected TestMedia.MediaFolder Media { get; } = new();

    /// <summary>A source of exactly <see cref="FrameCount"/> frames.</summary>
    protected abstract IFrameSource Open(FramePool pool);

    protected abstract int FrameCount { get; }

    public void Dispose()
    {
        Media.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact(Timeout = 30_000)]
    public Task All_frames_come_in_order_and_then_nothing() => Task.Run(() =>
    {
        using var pool = new FramePool(2);
        using IFrameSource source = Open(pool);
        TimeSpan last = TimeSpan.MinValue;
        for (int i = 0; i < FrameCount; i++)
        {
            using Frame frame = source.Read(CancellationToken.None)!.Value;
            Assert.Equal(i, frame.Stamp.Index);
            Assert.True(frame.Stamp.PresentationTime > last);
            last = frame.Stamp.PresentationTime;
        }

        Assert.Null(source.Read(CancellationToken.None));
        Assert.Null(source.Read(CancellationToken.None));
        Assert.Equal(0, pool.Outstanding);
    });

    [Fact(Timeout = 30_000)]
    public Task Info_gives_the_size_of_the_first_frame() => Task.Run(() =>
    {
        using var pool = new FramePool(1);
        using IFrameSource source = Open(pool);
        using Frame frame = source.Read(CancellationToken.None)!.Value;

        Assert.Equal(frame.Format, source.Info.Format);
        Assert.Equal(FrameCount, source.Info.FrameCount);
        Assert.NotEqual("", source.Info.Name);
        Assert.False(source.Info.IsLive);
    });

    [Fact(Timeout = 30_000)]
    public Task Cancelled_source_keeps_no_frame_and_can_go_on() => Task.Run(() =>
    {
        using var pool = new FramePool(1);
        using IFrameSource source = Open(pool);
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();

        Assert.ThrowsAny<OperationCanceledException>(() => source.Read(cancelled.Token));
        Assert.Equal(0, pool.Outstanding);

        using Frame frame = source.Read(CancellationToken.None)!.Value;
        Assert.Equal(0, frame.Stamp.Index);
    });

    [Fact(Timeout = 30_000)]
    public Task Source_that_waits_for_a_free_frame_can_be_cancelled() => Task.Run(() =>
    {
        using var pool = new FramePool(1);
        using IFrameSource source = Open(pool);
        using Frame taken = pool.Rent(new FrameFormat(1, 1), default, CancellationToken.None);
        using var soon = new CancellationTokenSource(TimeSpan.FromMilliseconds(50));

        Assert.ThrowsAny<OperationCanceledException>(() => source.Read(soon.Token));
        Assert.Equal(1, pool.Outstanding);

        taken.Dispose();
        using Frame frame = source.Read(CancellationToken.None)!.Value;
        Assert.Equal(0, frame.Stamp.Index);
    });

    [Fact(Timeout = 30_000)]
    public Task Frames_are_stamped_by_the_given_clock() => Task.Run(() =>
    {
        using var pool = new FramePool(1);
        using IFrameSource source = Open(pool);
        TimeSpan before = TimeProvider.System.GetElapsedTime(0);
        using Frame frame = source.Read(CancellationToken.None)!.Value;
        TimeSpan after = TimeProvider.System.GetElapsedTime(0);

        Assert.InRange(frame.Stamp.CapturedAt, before, after);
    });

    [Fact(Timeout = 30_000)]
    public Task Disposing_in_the_middle_leaves_the_frame_usable() => Task.Run(() =>
    {
        using var pool = new FramePool(1);
        IFrameSource source = Open(pool);
        using (Frame frame = source.Read(CancellationToken.None)!.Value)
        {
            source.Dispose();
            source.Dispose();
            Assert.Equal(frame.Format.ByteCount, frame.View.Pixels.Length);
        }

        Assert.Equal(0, pool.Outstanding);
    });
}
