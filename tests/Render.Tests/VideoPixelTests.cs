using LiveStyle.Capture;
using LiveStyle.Frames;

namespace LiveStyle.Render.Tests;

public sealed class VideoPixelTests : IDisposable
{
    private readonly TestMedia.MediaFolder _media = new();

    public void Dispose() => _media.Dispose();

    [Theory(Timeout = 30_000)]
    [InlineData(1, 1, 2, 2)]
    [InlineData(17, 31, 18, 32)]
    [InlineData(64, 47, 64, 48)]
    [InlineData(63, 48, 64, 48)]
    [InlineData(16, 16, 16, 16)]
    public async Task Odd_sizes_are_padded_by_their_edge_and_never_sheared(int width, int height, int codedWidth, int codedHeight) =>
        await Task.Run(() =>
        {
            var format = new FrameFormat(width, height);
            byte[] sent = Encode(format, new VideoEncoding { Crf = 0 });

            byte[] got = Decode(out FrameFormat coded);

            Assert.Equal(new FrameFormat(codedWidth, codedHeight), coded);
            for (int y = 0; y < coded.Height; y++)
            {
                for (int x = 0; x < coded.Width; x++)
                {
                    int from = Math.Min(y, height - 1) * format.Stride + Math.Min(x, width - 1) * 3, to = y * coded.Stride + x * 3;
                    // 4:2:0 mixes the colours of neighbours, brightness stays: compare grey
                    Assert.InRange(Grey(got, to) - Grey(sent, from), -6, 6);
                }
            }
        });

    [Fact(Timeout = 30_000)]
    public async Task Lossless_444_comes_back_within_rounding() => await Task.Run(() =>
    {
        byte[] sent = Encode(new FrameFormat(33, 17), new VideoEncoding { Crf = 0, PixelFormat = "yuv444p" });

        byte[] got = Decode(out FrameFormat coded);

        Assert.Equal(new FrameFormat(33, 17), coded);
        Assert.True(sent.Zip(got).All(pair => Math.Abs(pair.First - pair.Second) <= 4));
    });

    [Theory(Timeout = 30_000)]
    [InlineData(40, 60, 180)]
    [InlineData(200, 30, 30)]
    [InlineData(20, 160, 60)]
    [InlineData(255, 255, 255)]
    [InlineData(0, 0, 0)]
    public async Task Colours_come_back_and_are_tagged(byte blue, byte green, byte red) => await Task.Run(() =>
    {
        using var pool = new FramePool(1);
        using (var sink = new VideoFileSink(new VideoFileOptions { Path = _media["a.mp4"], Rate = Pictures.Rate }))
        {
            Pictures.WriteColor(sink, pool, [blue, green, red], Pictures.Small);
            sink.Complete(CancellationToken.None);
        }

        _media.Make("raw.bin", $"-i {_media["a.mp4"]} -vf scale=in_color_matrix=bt709 -f rawvideo -pix_fmt bgr24");
        byte[] ffmpegs = File.ReadAllBytes(_media["raw.bin"])[..3];
        byte[] ours = Decode(out _)[..3];

        foreach (byte[] seen in new[] { ffmpegs, ours })
        {
            Assert.InRange(seen[0] - blue, -6, 6);
            Assert.InRange(seen[1] - green, -6, 6);
            Assert.InRange(seen[2] - red, -6, 6);
        }

        Assert.Equal("tv,bt709,bt709,bt709", _media.Fields(_media["a.mp4"], "stream=color_range,color_space,color_transfer,color_primaries").Trim());
    });

    [Fact(Timeout = 30_000)]
    public async Task Times_that_stand_still_or_go_back_are_moved_on() => await Task.Run(() =>
    {
        using var pool = new FramePool(1);
        using (var sink = new VideoFileSink(new VideoFileOptions { Path = _media["a.mp4"], Rate = Pictures.Rate, TicksPerSecond = 1000 }))
        {
            int[] milliseconds = [0, 40, 40, 30, 80];
            for (int i = 0; i < milliseconds.Length; i++)
            {
                using Frame frame = Pictures.Rent(pool, i, time: TimeSpan.FromMilliseconds(milliseconds[i]));
                sink.Write(frame, CancellationToken.None);
            }

            sink.Complete(CancellationToken.None);
        }

        Assert.Equal([0, 0.040, 0.041, 0.042, 0.080], _media.FrameTimes(_media["a.mp4"]));
    });

    [Fact(Timeout = 30_000)]
    public async Task Writing_allocates_nothing() => await Task.Run(() =>
    {
        using var pool = new FramePool(1);
        using var sink = new VideoFileSink(new VideoFileOptions { Path = _media["a.mp4"], Rate = Pictures.Rate });
        using Frame frame = Pictures.Rent(pool, 0, new FrameFormat(65, 49));
        for (int i = 0; i < 10; i++) sink.Write(frame, CancellationToken.None);

        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 50; i++) sink.Write(frame, CancellationToken.None);

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    });

    private static double Grey(byte[] pixels, int at) => 0.0722 * pixels[at] + 0.7152 * pixels[at + 1] + 0.2126 * pixels[at + 2];

    /// <summary>A smooth picture, because 4:2:0 halves the colour's resolution.</summary>
    private byte[] Encode(FrameFormat format, VideoEncoding encoding)
    {
        using var pool = new FramePool(1);
        using var sink = new VideoFileSink(new VideoFileOptions { Path = _media["a.mp4"], Rate = Pictures.Rate, Encoding = encoding });
        using Frame frame = Pictures.Rent(pool, 0, format);
        for (int y = 0; y < format.Height; y++)
        {
            for (int x = 0; x < format.Width; x++)
            {
                Span<byte> pixel = frame.View.Row(y).Slice(3 * x, 3);
                pixel[0] = (byte)(60 + 2 * x);
                pixel[1] = (byte)(80 + 3 * y);
                pixel[2] = (byte)(90 + x + y);
            }
        }

        sink.Write(frame, CancellationToken.None);
        sink.Complete(CancellationToken.None);
        return frame.View.Pixels.ToArray();
    }

    private byte[] Decode(out FrameFormat format)
    {
        using var pool = new FramePool(1);
        using var source = new VideoFileSource(MediaProbe.Probe(_media["a.mp4"]), pool, TimeProvider.System);
        using Frame frame = source.Read(CancellationToken.None)!.Value;
        format = frame.Format;
        return frame.View.Pixels.ToArray();
    }
}
