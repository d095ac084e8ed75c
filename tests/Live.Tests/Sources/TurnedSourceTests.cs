using LiveStyle.Frames;
using LiveStyle.Live.Sources;

namespace LiveStyle.Live.Tests.Sources;

public class TurnedSourceTests
{
    // Three columns, two rows:  1 2 3
    //                           4 5 6
    private static readonly FrameFormat Format = new(3, 2);

    [Theory]
    [InlineData(0, false, "123456", 3)]
    [InlineData(90, false, "415263", 2)]
    [InlineData(180, false, "654321", 3)]
    [InlineData(270, false, "362514", 2)]
    [InlineData(0, true, "321654", 3)]
    [InlineData(90, true, "142536", 2)]
    public void Pictures_are_turned_clockwise_and_then_mirrored(int degrees, bool mirror, string expected, int width)
    {
        using var pool = new FramePool(2);
        var settings = new LiveSettings { Style = "any", Rotate = degrees, Mirror = mirror };
        using var source = new TurnedSource(new NumberedSource(pool), () => settings, null, null, pool);
        using (Frame frame = source.Read(CancellationToken.None)!.Value)
        {
            Assert.Equal(new FrameFormat(width, 6 / width), frame.Format);
            Assert.Equal(source.Info.Format, frame.Format);
            Assert.Equal(expected, Read(frame));
            Assert.Equal(1, pool.Outstanding);
        }

        Assert.Equal(0, pool.Outstanding);
    }

    [Theory]
    [InlineData("2x1+1+1", 0, "56")]
    [InlineData("1x2", 0, "25")]
    [InlineData("2x2+1+0", 90, "5263")]
    [InlineData("9x9", 0, "123456")]
    [InlineData("2x2+9+9", 0, "2356")]
    public void A_part_is_cut_out_before_it_is_turned(string crop, int degrees, string expected)
    {
        using var pool = new FramePool(2);
        var settings = new LiveSettings { Style = "any", Rotate = degrees };
        using var source = new TurnedSource(new NumberedSource(pool), () => settings, Crop.Parse(crop), null, pool);
        using Frame frame = source.Read(CancellationToken.None)!.Value;
        Assert.Equal(expected, Read(frame));
    }

    [Theory]
    [InlineData("")]
    [InlineData("640")]
    [InlineData("0x4")]
    [InlineData("640x480+1")]
    [InlineData("-1x480")]
    public void A_part_that_makes_no_sense_is_refused(string typed) => Assert.Contains("--crop", Assert.Throws<UsageException>(() => Crop.Parse(typed)).Message);

    [Fact]
    public void More_frames_than_are_wanted_are_let_go()
    {
        using var pool = new FramePool(2);
        var settings = new LiveSettings { Style = "any" };
        using var source = new TurnedSource(new NumberedSource(pool), () => settings, null, new FrameRate(15, 1), pool);
        List<long> kept = [];
        while (kept.Count < 10)
        {
            using Frame frame = source.Read(CancellationToken.None)!.Value;
            kept.Add(frame.Stamp.Index);
        }

        Assert.Equal(Enumerable.Range(0, 10).Select(i => 2L * i), kept);
        Assert.Equal(15, source.Info.Rate!.Value.PerSecond);
    }

    private static string Read(Frame frame)
    {
        byte[] pixels = frame.View.Pixels.ToArray();
        Assert.All(pixels.Chunk(3), pixel => Assert.Equal((pixel[0] + 10, pixel[0] + 20), (pixel[1], pixel[2])));
        return string.Concat(pixels.Chunk(3).Select(pixel => pixel[0]));
    }

    private sealed class NumberedSource(FramePool pool) : IFrameSource
    {
        private long _index;

        public SourceInfo Info { get; } = new() { Name = "numbers", Format = Format, Rate = new FrameRate(30, 1) };

        public Frame? Read(CancellationToken cancellationToken)
        {
            Frame frame = pool.TryRent(Format, new FrameStamp(_index, Info.Rate!.Value.TimeAt(_index), default))!.Value;
            _index++;
            for (int i = 0; i < 6; i++) (frame.View.Pixels[3 * i], frame.View.Pixels[(3 * i) + 1], frame.View.Pixels[(3 * i) + 2]) = ((byte)(i + 1), (byte)(i + 11), (byte)(i + 21));
            return frame;
        }

        public void Dispose()
        {
        }
    }
}
