using LiveStyle.Frames;

namespace LiveStyle.Pipeline.Tests;

public class FrameTests
{
    private static readonly FrameFormat Small = new(2, 1), Large = new(8, 8);

    [Fact]
    public void A_frame_that_was_given_back_stays_dead_though_its_buffer_is_used_again()
    {
        using var pool = new FramePool(1);
        Frame first = pool.TryRent(Small, new FrameStamp(1, default, default))!.Value;
        Frame stale = first;
        first.Dispose();
        using Frame second = pool.TryRent(Small, new FrameStamp(2, default, default))!.Value;

        Assert.Throws<ObjectDisposedException>(() => _ = stale.Stamp);
        Assert.Throws<ObjectDisposedException>(() => stale.View.Format);
        stale.Dispose();
        Assert.Equal(1, pool.Outstanding);
        Assert.Equal(2, second.Stamp.Index);
        Assert.NotEqual(stale, second);
    }

    [Fact]
    public void Two_handles_are_one_frame_and_dispose_it_once()
    {
        using var pool = new FramePool(2);
        using Frame other = pool.TryRent(Small, default)!.Value;
        Frame frame = pool.TryRent(Small, default)!.Value;
        Frame same = frame;
        Assert.True(frame == same && frame != other);

        frame.Dispose();
        same.Dispose();

        Assert.Equal(1, pool.Outstanding);
    }

    [Fact]
    public void No_frame_at_all_has_no_pixels_and_can_be_disposed()
    {
        Frame none = default;
        none.Dispose();
        Assert.Throws<ObjectDisposedException>(() => _ = none.Memory);
    }

    [Fact]
    public void A_buffer_grows_with_its_frames()
    {
        using var pool = new FramePool(1);
        pool.TryRent(Small, default)?.Dispose();
        using Frame large = pool.TryRent(Large, default)!.Value;
        Assert.Equal(Large.ByteCount, large.View.Pixels.Length);
        Assert.Null(pool.TryRent(Small, default));
    }
}
