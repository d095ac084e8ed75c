using LiveStyle.Frames;

namespace LiveStyle.Capture.Tests;

public sealed class MediaProbeTests : IDisposable
{
    private readonly TestMedia.MediaFolder _media = new();

    public void Dispose() => _media.Dispose();

    [Fact(Timeout = 30_000)]
    public async Task Probe_says_what_the_file_holds() => await Task.Run(() =>
    {
        string path = _media.Make(
            "a.mp4",
            "-f lavfi -i testsrc=s=64x48:r=30000/1001:d=1.001 -f lavfi -i sine=d=1 -pix_fmt yuv420p -vf setsar=4/3 " +
            "-c:a aac -ac 2 -metadata:s:a language=deu");

        MediaInfo media = MediaProbe.Probe(path);

        Assert.Equal(new FrameFormat(64, 48), media.Video.Format);
        Assert.Equal(new FrameRate(30000, 1001), media.Video.Rate);
        Assert.Equal((4, 3), media.Video.PixelAspect);
        Assert.Equal(30000, media.Video.TicksPerSecond);
        Assert.Equal(30, media.ExpectedFrames);
        Assert.Equal("h264", media.Video.Codec);
        Assert.Equal(1.001, media.Video.Duration!.Value.TotalSeconds, 1e-5);
        Assert.Equal([new AudioStreamInfo("aac", 2, 44100, "deu")], media.Audio);
    });

    [Fact(Timeout = 30_000)]
    public async Task Container_without_a_count_gets_one_from_its_length() => await Task.Run(() =>
    {
        MediaInfo media = MediaProbe.Probe(_media.Clip("a.mkv"));

        Assert.Null(media.Video.FrameCount);
        Assert.Equal(25, media.ExpectedFrames);
        Assert.Empty(media.Audio);
    });

    [Fact]
    public void Missing_file_is_named()
    {
        MediaUnreadableException e = Assert.Throws<MediaUnreadableException>(() => MediaProbe.Probe(_media["no.mp4"]));

        Assert.Equal($"Cannot read '{_media["no.mp4"]}': there is no such file.", e.Message);
        Assert.Equal(ExitCode.Media, e.ExitCode);
    }

    [Fact]
    public void Folder_and_empty_file_are_no_videos()
    {
        File.WriteAllText(_media["empty.mp4"], "");

        Assert.Contains("folder", Refusal(_media.Root), StringComparison.Ordinal);
        Assert.Contains("empty", Refusal(_media["empty.mp4"]), StringComparison.Ordinal);
    }

    [Theory(Timeout = 30_000)]
    [InlineData("text.mp4")]
    [InlineData("text.mkv")]
    [InlineData("text.avi")]
    public async Task Text_file_with_a_videos_name_is_told_apart(string name) => await Task.Run(() =>
    {
        File.WriteAllText(_media[name], "This is not a video.\n");

        Assert.Matches("not a video|no MP4 video", Refusal(_media[name]));
    });

    [Fact(Timeout = 30_000)]
    public async Task Sound_file_has_no_video() => await Task.Run(() =>
    {
        string path = _media.Make("a.m4a", "-f lavfi -i sine=d=0.2 -c:a aac");

        Assert.Contains("no video stream", Refusal(path), StringComparison.Ordinal);
    });

    [Fact(Timeout = 30_000)]
    public async Task Cover_picture_of_a_song_is_no_video() => await Task.Run(() =>
    {
        _media.Make("cover.png", "-f lavfi -i testsrc=s=64x64 -frames:v 1");
        string path = _media.Make(
            "a.m4a", "-f lavfi -i sine=d=0.2 -i {}/cover.png -map 0 -map 1 -c:a aac -c:v png -disposition:v attached_pic -f mp4");

        Assert.Contains("cover", Refusal(path), StringComparison.Ordinal);
    });

    [Fact(Timeout = 30_000)]
    public async Task Mp4_without_its_index_is_called_cut_off() => await Task.Run(() =>
    {
        string path = _media.CutInHalf(_media.Clip("whole.mp4"), "cut.mp4");

        Assert.Contains("cut off", Refusal(path), StringComparison.Ordinal);
    });

    [Theory(Timeout = 30_000)]
    [InlineData("zero.mkv")]
    [InlineData("zero.mp4")]
    [InlineData("zero.avi")]
    public async Task Video_of_zero_frames_is_refused_at_once(string name) => await Task.Run(() =>
    {
        string path = _media.Make(name, "-f lavfi -i testsrc=s=64x48:d=1 -frames:v 0 -c:v mpeg4");
        using var pool = new FramePool(1);

        MediaUnreadableException e = Assert.Throws<MediaUnreadableException>(
            () => new VideoFileSource(MediaProbe.Probe(path), pool, TimeProvider.System));

        Assert.Matches("no frame|before its first frame|no video stream", e.Message);
        Assert.Equal(0, pool.Outstanding);
    });

    [Fact]
    public void Missing_ffprobe_names_the_package()
    {
        File.WriteAllText(_media["a.mp4"], "x");

        BackendUnavailableException e = Assert.Throws<BackendUnavailableException>(
            () => MediaProbe.Probe(_media["a.mp4"], "ffprobe-missing"));

        Assert.Contains("apt-get install ffmpeg", e.Message, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Backend, e.ExitCode);
    }

    private static string Refusal(string path) => Assert.Throws<MediaUnreadableException>(() => MediaProbe.Probe(path)).Message;
}
