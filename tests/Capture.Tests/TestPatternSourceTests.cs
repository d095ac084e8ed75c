using LiveStyle.Frames;

namespace LiveStyle.Capture.Tests;

public sealed class TestPatternSourceTests
{
    private static readonly TestPatternOptions Small = new() { Format = new FrameFormat(40, 20), Count = 3 };

    [Fact]
    public void Pattern_is_the_same_every_time_and_moves()
    {
        using var pool = new FramePool(1);
        byte[][] Frames()
        {
            using var source = new TestPatternSource(Small, pool, TimeProvider.System);
            return [.. Enumerable.Range(0, 3).Select(_ =>
            {
                using Frame frame = source.Read(CancellationToken.None)!.Value;
                return frame.View.Pixels.ToArray();
            })];
        }

        byte[][] first = Frames(), second = Frames();

        Assert.Equal(first, second);
        Assert.NotEqual(first[0], first[1]);
    }

    [Fact]
    public void Every_pixel_is_a_ramp_of_its_place_and_time_but_for_the_bar()
    {
        using var pool = new FramePool(1);
        using var source = new TestPatternSource(new TestPatternOptions { Format = new FrameFormat(75, 9), Count = 3 }, pool, TimeProvider.System);
        source.Read(CancellationToken.None)!.Value.Dispose();
        source.Read(CancellationToken.None)!.Value.Dispose();

        using Frame third = source.Read(CancellationToken.None)!.Value;

        byte[] expected = [.. Enumerable.Range(0, 9).SelectMany(y => Enumerable.Range(0, 75).SelectMany(x =>
            x is >= 8 and < 16 ? (byte[])[255, 255, 255] : [(byte)(x + 2), (byte)(y + 4), (byte)(x + y - 2)]))];
        Assert.Equal(expected, third.View.Pixels.ToArray());
    }

    [Fact]
    public void Unpaced_pattern_waits_for_nobody()
    {
        var clock = new StoppedClock();
        using var pool = new FramePool(1);
        using var source = new TestPatternSource(Small, pool, clock);

        List<FrameStamp> stamps = source.Stamps();

        Assert.Equal(3, stamps.Count);
        Assert.Equal(new FrameRate(30, 1).TimeAt(2), stamps[2].PresentationTime);
    }

    [Fact(Timeout = 30_000)]
    public async Task Live_pattern_drops_and_counts_what_finds_no_buffer() => await Task.Run(() =>
    {
        using var pool = new FramePool(1);
        using var source = new TestPatternSource(
            Small with { Live = true, Count = 5, Rate = new FrameRate(200, 1) }, pool, TimeProvider.System);
        Frame? kept = source.Read(CancellationToken.None);

        Assert.Null(source.Read(CancellationToken.None)); // the rest finds the one buffer taken

        Assert.Equal(4, source.Dropped);
        Assert.True(source.Info.IsLive);
        kept?.Dispose();
        Assert.Equal(0, pool.Outstanding);
    });

    private sealed class StoppedClock : TimeProvider
    {
        public override long GetTimestamp() => 0;
    }
}
