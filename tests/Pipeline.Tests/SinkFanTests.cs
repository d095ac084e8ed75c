using LiveStyle.Frames;

namespace LiveStyle.Pipeline.Tests;

public class SinkFanTests
{
    private static readonly FrameFormat Small = new(4, 4);

    [Fact(Timeout = 20_000)]
    public async Task A_slow_sink_loses_only_its_own_frames() => await Task.Run(() =>
    {
        using var pool = new FramePool(1);
        using var fan = new SinkFan(TimeProvider.System);
        using var release = new ManualResetEventSlim();
        var quick = new CollectingSink();
        var slow = new CollectingSink(_ => release.Wait());
        fan.Add(new BranchOptions { Name = "quick", Open = () => quick, QueueLength = 16 });
        fan.Add(new BranchOptions { Name = "slow", Open = () => slow });

        for (int i = 0; i < 100; i++)
        {
            Offer(fan, pool, i);
            SpinWait.SpinUntil(() => fan.Reports()[0].Written == i + 1, 5000);
        }

        release.Set();
        fan.Complete(CancellationToken.None);

        Assert.Equal(Enumerable.Range(0, 100).Select(i => (long)i), quick.Indices);
        Assert.Equal(99, slow.Indices[^1]);
        Assert.InRange(slow.Indices.Count, 1, 3);
        Assert.All(fan.Reports(), branch => Assert.Equal(branch.Offered, branch.Written + branch.Dropped));
        Assert.True(quick.Completed && slow.Completed);
        Assert.Equal(0, pool.Outstanding);
    });

    [Fact(Timeout = 20_000)]
    public async Task A_sink_that_fails_comes_back_and_the_others_never_notice() => await Task.Run(() =>
    {
        using var pool = new FramePool(1);
        using var fan = new SinkFan(TimeProvider.System);
        int opened = 0;
        var steady = new CollectingSink();
        var second = new CollectingSink();
        fan.Add(new BranchOptions { Name = "steady", Open = () => steady, QueueLength = 16 });
        fan.Add(new BranchOptions
        {
            Name = "broken",
            Open = () => Interlocked.Increment(ref opened) == 1 ? new CollectingSink(_ => throw new MediaUnwritableException("x", "the pipe broke")) : second,
        });

        Offer(fan, pool, 0);
        SpinWait.SpinUntil(() => fan.Reports()[1].Problem is not null, 5000);
        Assert.Contains("the pipe broke", fan.Reports()[1].Problem);
        for (int i = 1; fan.Reports()[1].Problem is not null; i++)
        {
            Offer(fan, pool, i);
            Thread.Sleep(10);
        }

        fan.Complete(CancellationToken.None);

        Assert.Equal(2, opened);
        Assert.NotEmpty(second.Indices);
        Assert.Equal(steady.Indices.Order().Distinct(), steady.Indices);
    });

    [Fact(Timeout = 20_000)]
    public async Task A_file_that_fails_is_not_opened_again_and_its_failure_is_told_at_the_end() => await Task.Run(() =>
    {
        using var pool = new FramePool(1);
        using var fan = new SinkFan(TimeProvider.System);
        int opened = 0;
        fan.Add(new BranchOptions
        {
            Name = "file",
            Reopens = false,
            Open = () =>
            {
                opened++;
                return new CollectingSink(_ => throw new MediaUnwritableException("x", "the disk is full"));
            },
        });
        for (int i = 0; i < 50; i++)
        {
            Offer(fan, pool, i);
            Thread.Sleep(10);
        }

        Assert.Contains("the disk is full", Assert.Throws<MediaUnwritableException>(() => fan.Complete(CancellationToken.None)).Message);
        Assert.Equal(1, opened);
    });

    [Fact(Timeout = 20_000)]
    public async Task A_sink_that_hangs_is_given_up_at_the_end() => await Task.Run(() =>
    {
        using var pool = new FramePool(1);
        using var fan = new SinkFan(TimeProvider.System);
        fan.Add(new BranchOptions { Name = "hangs", Open = () => new HangingSink(), Patience = TimeSpan.FromMilliseconds(100) });
        Offer(fan, pool, 0);

        fan.Complete(CancellationToken.None);

        Assert.Equal((1, 0), (fan.Reports()[0].Offered, fan.Reports()[0].Written));
    });

    [Fact(Timeout = 20_000)]
    public async Task Branches_come_and_go_while_frames_flow() => await Task.Run(async () =>
    {
        using var pool = new FramePool(1);
        using var fan = new SinkFan(TimeProvider.System);
        using var end = new CancellationTokenSource();
        Task feeding = Task.Run(() =>
        {
            for (int i = 0; !end.IsCancellationRequested; i++) Offer(fan, pool, i);
        });
        for (int i = 0; i < 20; i++)
        {
            var sink = new CollectingSink();
            SinkBranch branch = fan.Add(new BranchOptions { Name = $"{i}", Open = () => sink });
            SpinWait.SpinUntil(() => sink.Indices.Count > 0, 5000);
            fan.Remove(branch);
            Assert.True(sink.Completed);
            Assert.NotEmpty(sink.Indices);
        }

        await end.CancelAsync();
        await feeding;
        Assert.Empty(fan.Reports());
        Assert.Equal(0, pool.Outstanding);
    });

    private static void Offer(SinkFan fan, FramePool pool, long index)
    {
        using Frame frame = pool.TryRent(Small, new FrameStamp(index, default, TimeProvider.System.GetElapsedTime(0)))!.Value;
        fan.Write(frame, CancellationToken.None);
    }

    private sealed class HangingSink : IFrameSink
    {
        public void Write(Frame frame, CancellationToken cancellationToken)
        {
            cancellationToken.WaitHandle.WaitOne();
            cancellationToken.ThrowIfCancellationRequested();
        }

        public void Complete(CancellationToken cancellationToken) => throw new InvalidOperationException("Nothing to complete.");

        public void Dispose()
        {
        }
    }
}
