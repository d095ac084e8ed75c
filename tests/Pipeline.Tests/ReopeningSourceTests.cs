using LiveStyle.Frames;

namespace LiveStyle.Pipeline.Tests;

public class ReopeningSourceTests
{
    [Fact(Timeout = 20_000)]
    public async Task A_source_that_goes_away_is_replaced_by_a_placeholder_until_it_is_back() => await Task.Run(() =>
    {
        using var pool = new FramePool(4);
        int opened = 0;
        var placeholder = new CountingPlaceholder();
        using var source = new ReopeningSource(
            () => ++opened switch
            {
                1 => new FailingSource(pool, 3),
                2 or 3 => throw new MediaUnreadableException("camera", "it is not there"),
                _ => new FailingSource(pool, 5),
            },
            placeholder, pool, TimeProvider.System);
        List<FrameStamp> stamps = [];
        while (stamps.Count < 30 && (opened < 4 || source.Problem is not null || stamps.Count < 4)) Read();
        Assert.Equal(4, opened);
        Assert.True(placeholder.Count >= 3, $"{placeholder.Count} placeholders"); // 0.25 + 0.5 + 1 s at ten a second
        Assert.Equal(Enumerable.Range(0, stamps.Count).Select(i => (long)i), stamps.Select(stamp => stamp.Index));
        Assert.All(stamps.Zip(stamps.Skip(1)), pair => Assert.True(pair.First.PresentationTime <= pair.Second.PresentationTime));
        Assert.Equal(0, pool.Outstanding);

        void Read()
        {
            using Frame frame = source.Read(CancellationToken.None)!.Value;
            stamps.Add(frame.Stamp);
        }
    });

    [Fact]
    public void A_source_that_never_opens_is_the_users_mistake_and_told_at_once()
    {
        using var pool = new FramePool(1);
        Assert.Throws<MediaUnreadableException>(() => new ReopeningSource(
            () => throw new MediaUnreadableException("camera", "it is not there"), new CountingPlaceholder(), pool, TimeProvider.System));
    }

    [Fact(Timeout = 20_000)]
    public async Task Waiting_for_a_source_that_is_gone_can_be_cancelled() => await Task.Run(() =>
    {
        using var pool = new FramePool(1);
        using var held = new ManualResetEventSlim();
        int opened = 0;
        using var source = new ReopeningSource(
            () =>
            {
                if (++opened > 1) held.Wait(); // a server that does not answer
                return new FailingSource(pool, 1);
            },
            new CountingPlaceholder(), pool, TimeProvider.System);
        using var cancel = new CancellationTokenSource();
        source.Read(cancel.Token)?.Dispose();
        source.Read(cancel.Token)?.Dispose();
        cancel.CancelAfter(50);

        Assert.ThrowsAny<OperationCanceledException>(ReadForever);
        held.Set();

        void ReadForever()
        {
            while (true) source.Read(cancel.Token)?.Dispose();
        }
    });

    [Fact(Timeout = 20_000)]
    public async Task A_source_that_nobody_wants_is_closed_and_opened_again_when_it_is_wanted() => await Task.Run(() =>
    {
        using var pool = new FramePool(2);
        int opened = 0, closed = 0;
        var placeholder = new CountingPlaceholder();
        using var source = new ReopeningSource(
            () =>
            {
                opened++;
                return new FailingSource(pool, 1000, () => closed++);
            },
            placeholder, pool, TimeProvider.System);
        Read();
        source.IsWanted = false;
        Read();
        Read();
        Assert.Equal((1, 1, 2), (opened, closed, placeholder.Count));
        Assert.Equal(TimeSpan.Zero, placeholder.Last);
        Assert.Null(source.Problem);

        source.IsWanted = true;
        while (opened == 1) Read();
        int shown = placeholder.Count;
        for (int i = 0; i < 5; i++) Read();
        Assert.InRange(placeholder.Count, shown, shown + 2);

        void Read() => source.Read(CancellationToken.None)!.Value.Dispose();
    });

    [Fact]
    public void The_wait_before_the_next_try_doubles_up_to_five_seconds()
    {
        var time = new ManualTime();
        var backoff = new Backoff(time);
        List<double> waits = [];
        for (int i = 0; i < 7; i++)
        {
            backoff.Fail();
            double waited = 0;
            for (; !backoff.IsDue; waited += 0.05) time.Now += TimeSpan.FromSeconds(0.05);
            waits.Add(Math.Round(waited, 2));
        }

        Assert.Equal([0.25, 0.5, 1, 2, 4, 5, 5], waits);
        backoff.Succeed();
        backoff.Fail();
        time.Now += TimeSpan.FromSeconds(0.26);
        Assert.True(backoff.IsDue);
    }

    private sealed class ManualTime : TimeProvider
    {
        public TimeSpan Now { get; set; }

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => Now.Ticks;
    }

    private sealed class CountingPlaceholder : IPlaceholder
    {
        public int Count { get; private set; }

        public TimeSpan Last { get; private set; }

        public void Draw(FrameView view, TimeSpan time)
        {
            Count++;
            Last = time;
        }
    }

    private sealed class FailingSource(FramePool pool, int frames, Action? onClosed = null) : IFrameSource
    {
        private int _index;

        public SourceInfo Info { get; } = new() { Name = "camera", Format = new FrameFormat(4, 4) };

        public Frame? Read(CancellationToken cancellationToken)
        {
            if (_index == frames) throw new MediaUnreadableException("camera", "it was unplugged");
            return pool.Rent(Info.Format, new FrameStamp(_index++, default, TimeProvider.System.GetElapsedTime(0)), cancellationToken);
        }

        public void Dispose() => onClosed?.Invoke();
    }
}
