using LiveStyle.Capture.Streams;
using LiveStyle.Frames;
using LiveStyle.Render.Streams;
using LiveStyle.Streams.Tests.Support;
using Xunit.Abstractions;

namespace LiveStyle.Streams.Tests;

/// <summary>What is sent arrives: our sink at one end, our source at the other, each by a real ffmpeg.</summary>
public sealed class LoopbackTests(ITestOutputHelper output) : IDisposable
{
    private const string Rtmp = "rtmp://127.0.0.1:{0}/live/s";
    private static readonly FrameFormat Format = new(640, 360);

    private readonly int _port = Peer.FreePort();
    private readonly FramePool _pool = new(3);

    public void Dispose()
    {
        Assert.Equal(0, _pool.Outstanding);
        _pool.Dispose();
    }

    [Theory(Timeout = 60_000)]
    [InlineData("udp://127.0.0.1:{0}", "udp://127.0.0.1:{0}")]
    [InlineData("srt://127.0.0.1:{0}?latency=20000", "srt://127.0.0.1:{0}?mode=listener&latency=20000")]
    [InlineData("srt://127.0.0.1:{0}?mode=listener&latency=20000", "srt://127.0.0.1:{0}?latency=20000")]
    [InlineData(Rtmp, Rtmp + "?listen=1")]
    [InlineData(Rtmp + "?listen=1", Rtmp)]
    [InlineData("rtsp://127.0.0.1:{0}/live", "rtsp://127.0.0.1:{0}/live?listen=1")]
    [InlineData("tcp://127.0.0.1:{0}", "tcp://127.0.0.1:{0}?listen=1")]
    public async Task Pictures_arrive_in_order_and_in_their_colours(string to, string from) => await Task.Run(() =>
    {
        using var sender = new ClockSender(new StreamSinkOptions { Url = to.WithPort(_port) }, Format);
        using FfmpegSource source = Sources.OpenPatiently(from.WithPort(_port), _pool);
        List<int> latencies = [];
        uint last = 0;
        for (int i = 0; i < 30; i++)
        {
            using Frame frame = source.Next();
            Assert.Equal(Format, frame.Format);
            if (ClockPicture.Read(frame.View) is not { } sent) continue;
            Assert.True(sent >= last, "a picture came after a younger one");
            last = sent;
            latencies.Add((int)(ClockPicture.Now - sent));
            if (i == 25) Assert.InRange(ClockPicture.Error(frame.View), 0, 6);
        }

        Assert.True(latencies.Count > 20, $"only {latencies.Count} clocks could be read. Sender: {sender.Problem}");
        latencies = [.. latencies.Skip(latencies.Count / 2).Order()];
        output.WriteLine($"latency: median {latencies[latencies.Count / 2]} ms, most {latencies[^1]} ms; dropped {source.Dropped}");
        Assert.InRange(latencies[latencies.Count / 2], 0, 3000); // a busy machine is slow, a queue is slower
    });

    [Fact(Timeout = 60_000)]
    public async Task Picture_does_not_wait_for_the_next_one() => await Task.Run(() =>
    {
        Task<FfmpegSource> opening = Task.Run(() => Sources.Open((Rtmp + "?listen=1").WithPort(_port), _pool));
        using StreamSink sink = Connected(Rtmp.WithPort(_port));
        for (uint i = 1; !opening.IsCompleted || i < 5; i++) Write(sink, Format, i);
        using FfmpegSource source = opening.GetAwaiter().GetResult();

        Write(sink, Format, 1_000_000); // and none after it

        uint? seen = null;
        while (seen != 1_000_000)
        {
            using Frame frame = source.Next();
            seen = ClockPicture.Read(frame.View);
        }
    });

    [Fact(Timeout = 60_000)]
    public async Task Another_size_is_fitted_in_and_the_connection_stays() => await Task.Run(() =>
    {
        Task<FfmpegSource> opening = Task.Run(() => Sources.Open((Rtmp + "?listen=1").WithPort(_port), _pool));
        using StreamSink sink = Connected(Rtmp.WithPort(_port));
        for (uint i = 1; !opening.IsCompleted || i < 5; i++) Write(sink, Format, i);
        using FfmpegSource source = opening.GetAwaiter().GetResult();
        int ffmpeg = sink.FfmpegId!.Value;

        for (uint i = 0; i < 5; i++) Write(sink, new FrameFormat(360, 640), 7);
        bool boxed = false;
        while (!boxed)
        {
            using Frame frame = source.Next();
            Assert.Equal(Format, frame.Format);
            Span<byte> row = frame.View.Row(180);
            boxed = row[3 * 20 + 1] < 24 && row[3 * 620 + 1] < 24 && row[3 * 320 + 1] > 60; // bars at both sides of a picture 202 wide
        }

        Assert.Equal(ffmpeg, sink.FfmpegId);
    });

    private StreamSink Connected(string url)
    {
        for (int attempt = 0; ; attempt++)
        {
            var sink = new StreamSink(new StreamSinkOptions { Url = url }, TimeProvider.System);
            try
            {
                for (uint i = 0; i < 10; i++) Write(sink, Format, i);
                return sink;
            }
            catch (MediaUnwritableException) when (attempt < 50)
            {
                sink.Dispose(); // the other end does not listen yet
            }
        }
    }

    private void Write(StreamSink sink, FrameFormat format, uint number)
    {
        var stamp = new FrameStamp(0, TimeSpan.FromMilliseconds(Environment.TickCount64), TimeSpan.Zero);
        using (Frame frame = _pool.Rent(format, stamp, CancellationToken.None))
        {
            ClockPicture.Draw(frame.View, number);
            sink.Write(frame, CancellationToken.None);
        }

        Thread.Sleep(30);
    }
}
