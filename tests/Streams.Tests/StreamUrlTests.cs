using LiveStyle.Capture.Streams;
using LiveStyle.Ffmpeg;
using LiveStyle.Frames;

namespace LiveStyle.Streams.Tests;

public sealed class StreamUrlTests
{
    [Theory]
    [InlineData("rtmp://h:1935/live/s?listen=1", "rtmp://h:1935/live/s", true)]
    [InlineData("rtsp://h/cam?listen=1&x=2", "rtsp://h/cam?x=2", true)]
    [InlineData("RTSP://user:pw@h/cam?channel=1", "RTSP://user:pw@h/cam?channel=1", false)]
    [InlineData("tcp://h:1?listen=1", "tcp://h:1?listen=1", true)]
    [InlineData("srt://h:1?mode=listener&latency=1", "srt://h:1?mode=listener&latency=1", true)]
    [InlineData("srt://h:1", "srt://h:1", false)]
    [InlineData("udp://:1", "udp://:1", true)]
    [InlineData("https://h/a.m3u8", "https://h/a.m3u8", false)]
    public void Listening_is_seen_and_its_parameter_is_taken_out_where_ffmpeg_does_not(string typed, string url, bool listens)
    {
        StreamUrl parsed = StreamUrl.TryParse(typed)!;
        Assert.Equal(url, parsed.Url);
        Assert.Equal(listens, parsed.Listens);
        Assert.Equal(url, StreamInput.Arguments(parsed)[^1]);
    }

    [Theory]
    [InlineData("/dev/video0")]
    [InlineData("film.mp4")]
    [InlineData("file:///etc/passwd")]
    [InlineData("://")]
    [InlineData("")]
    public void Everything_else_is_no_stream(string name)
    {
        Assert.False(StreamOptions.IsStream(name));
        using var pool = new FramePool(1);
        Assert.Throws<UsageException>(
            () => StreamSource.Open(new StreamOptions { Url = name }, pool, TimeProvider.System, CancellationToken.None));
    }

    [Fact]
    public void Password_is_not_shown()
    {
        const string Url = "rtsp://me:s3cr3t@127.0.0.1:1/cam";
        using var pool = new FramePool(1);
        MediaUnreadableException e = Assert.Throws<MediaUnreadableException>(
            () => StreamSource.Open(new StreamOptions { Url = Url }, pool, TimeProvider.System, CancellationToken.None));
        Assert.Contains("rtsp://me:***@127.0.0.1:1/cam", e.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("s3cr3t", e.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("640x480+10+20", "640x480+10+20")]
    [InlineData("640x480", "640x480+0+0")]
    [InlineData("640x", null)]
    [InlineData("0x480+1+1", null)]
    [InlineData("640x480-1-1", null)]
    public void Regions_are_read_as_x11_writes_them(string typed, string? region) =>
        Assert.Equal(region, ScreenRegion.TryParse(typed)?.ToString());
}
