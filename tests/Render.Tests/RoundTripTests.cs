namespace LiveStyle.Render.Tests;

/// <summary>Frames, times and sound of the output are the source's.</summary>
public sealed class RoundTripTests : IDisposable
{
    private const string H264 = TestMedia.MediaFolder.H264, LatePicture = TestMedia.MediaFolder.LatePicture;

    private readonly TestMedia.MediaFolder _media = new();

    public void Dispose() => _media.Dispose();

    public static TheoryData<string, string, string> Videos => new()
    {
        { "cfr.mp4", "out.mp4", $"-f lavfi -i testsrc=s=64x48:r=30000/1001:d=2 {H264}" },
        { "bframes.mp4", "out.mp4", "-f lavfi -i testsrc2=s=64x48:r=24000/1001:d=2 -pix_fmt yuv420p -c:v libx264 -bf 3 -b_strategy 0" },
        { "variable.mp4", "out.mp4", TestMedia.MediaFolder.VariableRate },
        { "gap.mp4", "out.mp4", $"-f lavfi -i testsrc=s=64x48:r=10:d=2 -vf setpts=PTS+gt(N\\,9)*30/TB -fps_mode passthrough {H264}" },
        { "a.mkv", "out.mkv", $"-f lavfi -i testsrc=s=64x48:r=30000/1001:d=1 {H264}" },
        { "a.mkv", "out.mp4", $"-f lavfi -i testsrc=s=64x48:r=30000/1001:d=1 {H264}" },
        { "a.avi", "out.mp4", "-f lavfi -i testsrc=s=64x48:r=25:d=1 -c:v mpeg4" },
        { "a.ts", "out.mp4", $"-f lavfi -i testsrc=s=64x48:r=25:d=1 {H264}" },
        { "late.mp4", "out.mp4", $"{LatePicture} -c:a aac" },
        { "late.mkv", "out.mkv", $"{LatePicture} -c:a libopus" },
        { "late.ts", "out.mp4", $"{LatePicture} -c:a aac" },
        { "early.mkv", "out.mp4", $"-itsoffset 0.5 -f lavfi -i sine=d=2 -f lavfi -i testsrc=s=64x48:d=1 -map 1:v -map 0:a {H264} -c:a mp3" },
    };

    [Theory(Timeout = 60_000)]
    [MemberData(nameof(Videos))]
    public async Task Every_frame_comes_out_at_its_own_time(string source, string output, string arguments) => await Task.Run(() =>
    {
        string input = _media.Make(source, arguments);

        RoundTrip.Run(input, _media[output]);

        double start = TestMedia.MediaFolder.Number(_media.Field(input, "format=start_time", "v"));
        double unit = output.EndsWith(".mkv", StringComparison.Ordinal) ? 0.001 : Unit(_media[output]);
        double[] expected = [.. _media.FrameTimes(input).Select(time => time - start)];
        double[] actual = _media.FrameTimes(_media[output]);
        Assert.Equal(expected.Length, actual.Length);
        for (int i = 0; i < actual.Length; i++) Assert.Equal(expected[i], actual[i], unit + 2e-6); // ffprobe prints microseconds
    });

    [Fact(Timeout = 60_000)]
    public async Task Constant_rate_stays_exactly_that_rate_and_length() => await Task.Run(() =>
    {
        string input = _media.Clip("a.mp4", "s=64x48:r=30000/1001:d=2.002");

        Assert.Equal(60, RoundTrip.Run(input, _media["out.mp4"]));

        const string Rates = "stream=r_frame_rate,avg_frame_rate,nb_frames,duration_ts,time_base";
        Assert.Equal(_media.Fields(input, Rates), _media.Fields(_media["out.mp4"], Rates));
    });

    [Theory(Timeout = 60_000)]
    [InlineData("a.mp4", "out.mp4", "-c:a aac")]
    [InlineData("a.mkv", "out.mkv", "-c:a flac")]
    [InlineData("a.mkv", "out.mp4", "-c:a mp3")]
    [InlineData("a.ts", "out.mp4", "-c:a ac3")]
    [InlineData("a.mov", "out.mov", "-c:a pcm_s16le")]
    [InlineData("a.mov", "out.mp4", "-c:a alac")]
    [InlineData("a.webm.mkv", "out.mkv", "-c:a libopus")]
    public async Task Sound_is_the_sources_to_the_bit_and_starts_and_ends_with_it(string source, string output, string sound) =>
        await Task.Run(() =>
    {
        string input = _media.ClipWithSound(source, $"{H264} {sound}");

        RoundTrip.Run(input, _media[output]);

        Assert.Equal(SoundHash(input), SoundHash(_media[output]));
        (double start, double end) = Sound(input);
        (double newStart, double newEnd) = Sound(_media[output]);
        Assert.Equal(start, newStart, 0.002);
        Assert.Equal(end, newEnd, 0.002);
    });

    [Fact(Timeout = 60_000)]
    public async Task Every_sound_track_and_the_chapters_are_kept() => await Task.Run(() =>
    {
        File.WriteAllText(_media["meta"], ";FFMETADATA1\ntitle=Wave\n[CHAPTER]\nTIMEBASE=1/1000\nSTART=0\nEND=500\ntitle=one\n");
        string input = _media.Make(
            "a.mp4",
            "-f lavfi -i testsrc=s=64x48:d=1 -f lavfi -i sine=d=1 -f lavfi -i sine=f=900:d=1 -i {}/meta -map 0 -map 1 -map 2 " +
            $"-map_metadata 3 {H264} -c:a aac");

        RoundTrip.Run(input, _media["out.mp4"]);

        Assert.Equal(SoundHash(input), SoundHash(_media["out.mp4"]));
        Assert.Equal(SoundHash(input, "a:1"), SoundHash(_media["out.mp4"], "a:1"));
        string report = _media.Tool("ffprobe", $"-v error -show_chapters -show_entries format_tags=title {_media["out.mp4"]}");
        Assert.Contains("TAG:title=one", report, StringComparison.Ordinal);
        Assert.Contains("TAG:title=Wave", report, StringComparison.Ordinal);
    });

    [Fact(Timeout = 60_000)]
    public async Task Sound_that_the_container_refuses_is_converted_and_said() => await Task.Run(() =>
    {
        string input = _media.ClipWithSound("a.mkv", $"{H264} -c:a pcm_s16le");
        var media = Capture.MediaProbe.Probe(input);

        using (var sink = new FilmSink(RoundTrip.Options(media, _media["never.mp4"]), RoundTrip.Source(media)))
            Assert.Contains("pcm_s16le", Assert.Single(sink.Notices), StringComparison.Ordinal);
        RoundTrip.Run(input, _media["out.mp4"]);

        Assert.Equal("aac", _media.Field(_media["out.mp4"], "stream=codec_name", "a:0"));
        Assert.Equal(Sound(input).End, Sound(_media["out.mp4"]).End, 0.05);
    });

    [Fact(Timeout = 60_000)]
    public async Task Interrupted_run_ends_the_sound_with_the_picture() => await Task.Run(() =>
    {
        string input = _media.Make("a.mp4", $"-f lavfi -i testsrc=s=64x48:r=25:d=4 -f lavfi -i sine=d=4 {H264} -c:a aac");

        RoundTrip.Run(input, _media["out.mp4"], stopAfter: 30);

        Assert.Equal(30, _media.FrameTimes(_media["out.mp4"]).Length);
        Assert.Equal(1.2, Sound(_media["out.mp4"]).End, 0.05);
        Assert.Equal(2, Directory.GetFiles(_media.Root, "*", new EnumerationOptions { AttributesToSkip = 0 }).Length);
    });

    [Fact(Timeout = 60_000)]
    public async Task Pixel_aspect_is_kept() => await Task.Run(() =>
    {
        string input = _media.Make("a.mp4", $"-f lavfi -i testsrc=s=64x48:d=0.2 -vf setsar=16/11 {H264}");

        RoundTrip.Run(input, _media["out.mp4"]);

        Assert.Equal("16:11", _media.Field(_media["out.mp4"], "stream=sample_aspect_ratio"));
    });

    private double Unit(string path)
    {
        string[] timeBase = _media.Field(path, "stream=time_base").Split('/');
        return TestMedia.MediaFolder.Number(timeBase[0]) / TestMedia.MediaFolder.Number(timeBase[1]);
    }

    private string SoundHash(string path, string track = "a:0") =>
        _media.Tool("ffmpeg", $"-v error -i {path} -map 0:{track} -c copy -f md5 -");

    private (double Start, double End) Sound(string path)
    {
        string[] packets = _media
            .Tool("ffprobe", $"-v error -select_streams a:0 -show_entries packet=pts_time,duration_time -of csv=p=0 {path}")
            .Split('\n', StringSplitOptions.RemoveEmptyEntries);
        double[] last = [.. packets[^1].Split(',').Take(2).Select(TestMedia.MediaFolder.Number)];
        double zero = TestMedia.MediaFolder.Number(_media.Field(path, "format=start_time", "v"));
        return (TestMedia.MediaFolder.Number(packets[0].Split(',')[0]) - zero, last[0] + last[1] - zero);
    }
}
