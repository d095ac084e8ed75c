using System.Diagnostics;
using LiveStyle.Capture.Streams;
using LiveStyle.Frames;
using LiveStyle.Streams.Tests.Support;

namespace LiveStyle.Streams.Tests;

/// <summary>Servers that go, come back, stall and change their minds.</summary>
public sealed class SourceTests : IDisposable
{
    private const string Picture = "-re -f lavfi -i color=0x2040E0:s=320x240:r=30";
    private const string MpegTs = "-c:v libx264 -preset ultrafast -tune zerolatency -g 10 -f mpegts";

    private readonly int _port = Peer.FreePort();
    private readonly FramePool _pool = new(3);

    private string Http => "http://127.0.0.1:{0}/live.mjpg".WithPort(_port);

    private string MjpegServer => $"{Picture} -c:v mjpeg -q:v 3 -f mpjpeg -listen 1 {Http}";

    public void Dispose()
    {
        Assert.Equal(0, _pool.Outstanding);
        _pool.Dispose();
    }

    [Fact(Timeout = 60_000)]
    public async Task Mjpeg_by_http_is_read_and_found_again_after_the_server_was_killed() => await Task.Run(() =>
    {
        using (var server = new Peer(MjpegServer))
        using (FfmpegSource source = Sources.OpenPatiently(Http, _pool))
        {
            using (Frame frame = source.Next())
            {
                Assert.Equal(new FrameFormat(320, 240), frame.Format);
                AssertNear(0xE0, 0x40, 0x20, frame);
            }

            Assert.True(source.Info.IsLive);
            Assert.Equal(Http, source.Info.Name);
            server.Dispose();
            Assert.Contains("'" + Http + "'", source.Failure().Message, StringComparison.Ordinal);
            source.Failure(); // and goes on saying so
        }

        using (var server = new Peer(MjpegServer))
        using (FfmpegSource source = Sources.OpenPatiently(Http, _pool))
        using (Frame frame = source.Next())
        {
            AssertNear(0xE0, 0x40, 0x20, frame);
        }
    });

    [Fact(Timeout = 60_000)]
    public async Task Network_camera_is_read_by_rtsp_and_its_end_is_noticed() => await Task.Run(() =>
    {
        using var camera = new RtspServer("color=0x2040E0:s=320x240:r=30");
        using FfmpegSource source = Sources.Open(camera.Url, _pool, timeout: 1);
        for (int i = 0; i < 20; i++)
        {
            using Frame frame = source.Next();
            if (i == 19) AssertNear(0xE0, 0x40, 0x20, frame);
        }

        camera.Dispose();
        source.Failure();
    });

    [Fact(Timeout = 60_000)]
    public async Task Stalled_server_is_noticed() => await Task.Run(() =>
    {
        using var server = new TcpSender(Encoded("testsrc=s=320x240:r=30:d=1"));
        using FfmpegSource source = Sources.Open(server.Url, _pool, timeout: 0.5);

        Assert.Contains("no picture came for 0.5 s", source.Failure().Message, StringComparison.Ordinal);
    });

    /// <summary>As when the machine sleeps: what the sockets hold afterwards is old, and a stream that is opened anew begins with young pictures.</summary>
    [Fact(Timeout = 60_000)]
    public async Task Pictures_that_come_after_too_long_a_silence_are_not_shown_whoever_looks_when() => await Task.Run(() =>
    {
        using var server = new Peer(MjpegServer);
        using FfmpegSource source = Sources.OpenPatiently(Http, _pool, timeout: 1);
        source.Next().Dispose();
        Signal("STOP", source.FfmpegId);
        Thread.Sleep(2000);
        Signal("CONT", source.FfmpegId);
        Thread.Sleep(1000);

        Assert.Contains("no picture came for 1 s", source.Failure().Message, StringComparison.Ordinal);
    });

    private static void Signal(string name, int process)
    {
        using Process kill = Process.Start("kill", ["-s", name, $"{process}"]);
        kill.WaitForExit();
    }

    [Fact(Timeout = 60_000)]
    public async Task Pictures_of_another_size_are_frames_of_that_size() => await Task.Run(() =>
    {
        string[] parts = ["s=320x240:r=30:d=1", "s=240x322:r=30:d=1", "s=96x48:r=30:d=1"];
        using var server = new TcpSender([.. parts.SelectMany(part => Encoded("testsrc=" + part))]);
        using FfmpegSource source = Sources.Open(server.Url, _pool, timeout: 1);
        List<FrameFormat> sizes = [];
        Assert.Throws<MediaUnreadableException>(() => source.ReadOn(frame => sizes.Add(frame.Format)));

        // All come at once, so that some are replaced by newer ones; the last stays.
        Assert.Equal(new FrameFormat(96, 48), sizes[^1]);
        Assert.Equal(new FrameFormat(320, 240), source.Info.Format);
    });

    [Fact(Timeout = 60_000)]
    public async Task Nobody_there_is_said_at_once() => await Task.Run(() =>
    {
        long begin = Stopwatch.GetTimestamp();
        MediaUnreadableException e = Assert.Throws<MediaUnreadableException>(
            () => Sources.Open("rtmp://127.0.0.1:{0}/live".WithPort(_port), _pool));

        Assert.Contains("Connection refused", e.Message, StringComparison.Ordinal);
        Assert.True(Stopwatch.GetElapsedTime(begin) < TimeSpan.FromSeconds(8));
    });

    [Theory(Timeout = 60_000)]
    [InlineData("srt://127.0.0.1:{0}?mode=listener")]
    [InlineData("rtmp://127.0.0.1:{0}/live/s?listen=1")]
    [InlineData("udp://127.0.0.1:{0}")]
    public async Task Waiting_for_a_sender_can_be_cancelled(string url) => await Task.Run(() =>
    {
        using var soon = new CancellationTokenSource(TimeSpan.FromMilliseconds(300));
        long begin = Stopwatch.GetTimestamp();

        Assert.ThrowsAny<OperationCanceledException>(() => Sources.Open(url.WithPort(_port), _pool, cancellationToken: soon.Token));

        Assert.True(Stopwatch.GetElapsedTime(begin) < TimeSpan.FromSeconds(8)); // 0.3 s to the signal, 0.3 s of grace, and a busy machine
    });

    [Fact(Timeout = 60_000)]
    public async Task Cancelled_reading_keeps_no_frame_and_can_go_on() => await Task.Run(() =>
    {
        using var server = new TcpSender(Encoded("testsrc=s=320x240:r=30:d=1"));
        using FfmpegSource source = Sources.Open(server.Url, _pool, timeout: 20);
        using var soon = new CancellationTokenSource(TimeSpan.FromMilliseconds(500));
        Assert.ThrowsAny<OperationCanceledException>(() => source.ReadOn(cancellationToken: soon.Token));

        Assert.Equal(0, _pool.Outstanding);
        using var soonAgain = new CancellationTokenSource(TimeSpan.FromMilliseconds(100));
        Assert.ThrowsAny<OperationCanceledException>(() => source.Read(soonAgain.Token));
    });

    [Fact(Timeout = 60_000)]
    public async Task Slow_reader_gets_the_newest_picture_and_what_it_missed_is_counted() => await Task.Run(() =>
    {
        using var server = new Peer(MjpegServer);
        using FfmpegSource source = Sources.OpenPatiently(Http, _pool);
        source.Next().Dispose();
        Thread.Sleep(3000);
        using Frame frame = source.Next();

        TimeSpan age = TimeProvider.System.GetElapsedTime(0) - frame.Stamp.CapturedAt;
        Assert.True(age < TimeSpan.FromSeconds(2), $"the picture is {age} old");
        Assert.True(frame.Stamp.Index > 10);
        Assert.InRange(source.Dropped, frame.Stamp.Index - 2, frame.Stamp.Index + 3);
        Assert.InRange(frame.Stamp.PresentationTime.TotalSeconds, 0.5, 60);
    });

    [Fact(Timeout = 60_000)]
    public async Task Empty_pool_loses_pictures_and_counts_them() => await Task.Run(() =>
    {
        using var server = new Peer(MjpegServer);
        using FfmpegSource source = Sources.OpenPatiently(Http, _pool);
        using (var soon = new CancellationTokenSource(TimeSpan.FromMilliseconds(500)))
        {
            Frame[] taken = [source.Next(), source.Next(), source.Next()];
            Assert.ThrowsAny<OperationCanceledException>(() => source.Read(soon.Token));
            Assert.Equal(3, _pool.Outstanding);
            foreach (Frame frame in taken) frame.Dispose();
        }

        Assert.True(source.Dropped > 3);
        source.Next().Dispose();
    });

    [Fact(Timeout = 60_000)]
    public async Task Killed_ffmpeg_is_a_failure_that_says_so() => await Task.Run(() =>
    {
        using var server = new Peer(MjpegServer);
        using FfmpegSource source = Sources.OpenPatiently(Http, _pool);
        Peer.Kill(source.FfmpegId);

        Assert.Contains("ffmpeg was killed (signal 9)", source.Failure().Message, StringComparison.Ordinal);
    });

    [Fact(Timeout = 60_000)]
    public async Task Reading_allocates_nothing_and_disposing_leaves_no_process() => await Task.Run(() =>
    {
        using var server = new Peer(MjpegServer);
        int ffmpeg;
        using (FfmpegSource source = Sources.OpenPatiently(Http, _pool))
        {
            ffmpeg = source.FfmpegId;
            for (int i = 0; i < 10; i++) source.Next().Dispose();
            long before = GC.GetAllocatedBytesForCurrentThread();
            for (int i = 0; i < 30; i++) source.Next().Dispose();
            Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 30 * 72); // the small Frame objects
        }

        Assert.False(Peer.Exists(ffmpeg));
    });

    private static byte[] Encoded(string source)
    {
        string file = Path.GetTempFileName();
        try
        {
            string arguments = $"-nostdin -v error -y -f lavfi -i {source} -pix_fmt yuv420p {MpegTs} {file}";
            using (Process ffmpeg = Process.Start("ffmpeg", arguments)) ffmpeg.WaitForExit();
            return File.ReadAllBytes(file);
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static void AssertNear(byte blue, byte green, byte red, Frame frame)
    {
        Span<byte> pixel = frame.View.Row(120).Slice(300, 3);
        Assert.InRange(pixel[0], blue - 8, blue + 8);
        Assert.InRange(pixel[1], green - 8, green + 8);
        Assert.InRange(pixel[2], red - 8, red + 8);
    }
}
