using LiveStyle.Frames;

namespace LiveStyle.Capture.Tests;

/// <summary>Presentation times are the file's own: compared with ffprobe's, frame by frame.</summary>
public sealed class VideoFileTimeTests : IDisposable
{
    private const string H264 = TestMedia.MediaFolder.H264;

    private readonly TestMedia.MediaFolder _media = new();

    public void Dispose() => _media.Dispose();

    public static TheoryData<string, string> Videos => new()
    {
        { "cfr.mp4", $"-f lavfi -i testsrc=s=64x48:r=30000/1001:d=2 {H264}" },
        { "bframes.mp4", $"-f lavfi -i testsrc2=s=64x48:r=30000/1001:d=2 -pix_fmt yuv420p -c:v libx264 -bf 3 -b_strategy 0" },
        { "film.mkv", $"-f lavfi -i testsrc=s=64x48:r=24000/1001:d=1 {H264}" },
        { "variable.mp4", TestMedia.MediaFolder.VariableRate },
        { "gap.mkv", $"-f lavfi -i testsrc=s=64x48:r=10:d=2 -vf setpts=PTS+gt(N\\,9)*30/TB -fps_mode passthrough {H264}" },
        { "b.avi", "-f lavfi -i testsrc=s=64x48:r=25:d=1 -c:v mpeg4" },
        { "a.ts", $"-f lavfi -i testsrc=s=64x48:r=25:d=1 {H264}" },
        { "a.webm", "-f lavfi -i testsrc=s=64x48:r=25:d=0.4 -c:v libvpx" },
    };

    [Theory(Timeout = 60_000)]
    [MemberData(nameof(Videos))]
    public async Task Presentation_times_are_the_files_own(string name, string arguments) => await Task.Run(() =>
    {
        string path = _media.Make(name, arguments);
        using var pool = new FramePool(1);
        MediaInfo media = MediaProbe.Probe(path);
        using var source = new VideoFileSource(media, pool, TimeProvider.System);

        double[] times = [.. source.Stamps().Select(stamp => stamp.PresentationTime.TotalSeconds)];

        double start = media.StartTime.TotalSeconds;
        double[] expected = [.. _media.FrameTimes(path).Select(time => time - start)];
        Assert.Equal(expected.Length, times.Length);
        for (int i = 0; i < times.Length; i++) Assert.Equal(expected[i], times[i], 2e-6); // ffprobe prints microseconds
        Assert.Null(source.Damage);
        Assert.Equal(0, pool.Outstanding);
    });

    [Theory(Timeout = 30_000)]
    [InlineData("late.mkv")]
    [InlineData("late.ts")]
    [InlineData("late.mp4")]
    public async Task Picture_that_starts_after_the_sound_keeps_its_distance(string name) => await Task.Run(() =>
    {
        string path = _media.Make(name, $"{TestMedia.MediaFolder.LatePicture} -c:a aac");
        using var pool = new FramePool(1);
        using var source = new VideoFileSource(MediaProbe.Probe(path), pool, TimeProvider.System);

        double first = source.Stamps()[0].PresentationTime.TotalSeconds;

        double sound = TestMedia.MediaFolder.Number(_media.Field(path, "stream=start_time", "a:0"));
        double picture = TestMedia.MediaFolder.Number(_media.Field(path, "stream=start_time"));
        Assert.Equal(picture - Math.Min(sound, picture), first, 2e-6);
        Assert.InRange(first, 0.45, 0.6);
    });

    [Fact(Timeout = 30_000)]
    public async Task Stream_without_any_stamps_gets_them_from_its_rate() => await Task.Run(() =>
    {
        string path = _media.Make("raw.h264", $"-f lavfi -i testsrc=s=64x48:r=25:d=0.4 {H264}");
        using var pool = new FramePool(1);
        using var source = new VideoFileSource(MediaProbe.Probe(path), pool, TimeProvider.System);

        List<FrameStamp> stamps = source.Stamps();

        Assert.Equal(10, stamps.Count);
        Assert.Equal(TimeSpan.FromMilliseconds(360), stamps[9].PresentationTime);
    });
}
