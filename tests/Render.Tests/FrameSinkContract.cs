using LiveStyle.Frames;

namespace LiveStyle.Render.Tests;

/// <summary>What every sink does, wherever it writes.</summary>
public abstract class FrameSinkContract : IDisposable
{
    private protected TestMedia.MediaFolder Media { get; } = new();

    /// <summary>A sink that takes one frame and more unless <see cref="TakesOneFrame"/>.</summary>
    protected abstract IFrameSink Open();

    protected virtual bool TakesOneFrame => false;

    /// <summary>Files that a finished run leaves.</summary>
    protected abstract int FilesWhenComplete { get; }

    /// <summary>Files that a run of one frame leaves which is disposed without having been completed.</summary>
    protected virtual int FilesWhenAbandoned => 0;

    public void Dispose()
    {
        Media.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact(Timeout = 30_000)]
    public Task Completed_sink_leaves_its_files_and_nothing_else() => Task.Run(() =>
    {
        using var pool = new FramePool(1);
        using (IFrameSink sink = Open())
        {
            Pictures.Write(sink, pool, TakesOneFrame ? 1 : 3);
            sink.Complete(CancellationToken.None);
        }

        Assert.Equal(FilesWhenComplete, Files());
        Assert.Equal(0, pool.Outstanding);
    });

    [Fact(Timeout = 30_000)]
    public Task Disposed_sink_leaves_no_half_file() => Task.Run(() =>
    {
        using var pool = new FramePool(1);
        using (IFrameSink sink = Open()) Pictures.Write(sink, pool, 1);

        Assert.Equal(FilesWhenAbandoned, Files());
        Assert.Equal(0, pool.Outstanding);
    });

    [Fact(Timeout = 30_000)]
    public Task Sink_that_got_no_frame_can_be_disposed_twice() => Task.Run(() =>
    {
        IFrameSink sink = Open();
        sink.Dispose();
        sink.Dispose();

        Assert.Equal(0, Files());
    });

    [Fact(Timeout = 30_000)]
    public Task Frame_stays_the_callers_and_unchanged() => Task.Run(() =>
    {
        using var pool = new FramePool(1);
        using IFrameSink sink = Open();
        using Frame frame = Pictures.Rent(pool, 0);
        byte[] before = frame.View.Pixels.ToArray();

        sink.Write(frame, CancellationToken.None);

        Assert.Equal(1, pool.Outstanding);
        Assert.Equal(before, frame.View.Pixels.ToArray());
    });

    [Fact(Timeout = 30_000)]
    public Task Cancelled_write_throws_and_takes_nothing() => Task.Run(() =>
    {
        using var pool = new FramePool(1);
        using IFrameSink sink = Open();
        using Frame frame = Pictures.Rent(pool, 0);
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();

        Assert.ThrowsAny<OperationCanceledException>(() => sink.Write(frame, cancelled.Token));

        sink.Write(frame, CancellationToken.None);
        sink.Complete(CancellationToken.None);
    });

    private int Files() =>
        Directory.GetFiles(Media.Root, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = 0 }).Length;
}
