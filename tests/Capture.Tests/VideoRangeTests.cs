using System.Security.Cryptography;
using LiveStyle.Frames;
using LiveStyle.TestMedia;

namespace LiveStyle.Capture.Tests;

/// <summary>A range of a video has exactly the frames that reading it whole has there: pixels and times.</summary>
public sealed class VideoRangeTests : IDisposable
{
    private const string Source = "-f lavfi -i testsrc2=s=96x64:r=25:d=10";

    private readonly MediaFolder _media = new();

    public static TheoryData<string, string> Videos => new()
    {
        { "b-frames.mp4", "-pix_fmt yuv420p -c:v libx264 -bf 3 -g 24" },
        { "open-gop.mkv", "-pix_fmt yuv420p -c:v libx264 -bf 3 -x264opts open-gop=1:keyint=12" },
        { "hevc.mp4", "-pix_fmt yuv420p -c:v libx265 -preset ultrafast -x265-params log-level=none:open-gop=1:keyint=20:bframes=3" },
        { "stream.ts", "-f lavfi -i sine=d=10 -pix_fmt yuv420p -c:v libx264 -bf 3 -g 24 -c:a aac -output_ts_offset 1000" },
        { "mpeg2.ts", "-c:v mpeg2video -bf 2 -g 15 -q:v 3" },
        { "program.mpg", "-c:v mpeg2video -bf 2 -g 15 -q:v 3" },
        { "vp9.webm", "-pix_fmt yuv420p -c:v libvpx-vp9 -deadline realtime -cpu-used 8 -g 30 -lag-in-frames 10" },
        { "mpeg4.avi", "-c:v mpeg4 -g 20" },
        { "b-frames.avi", "-c:v mpeg4 -bf 2 -g 20" },
        { "flash.flv", "-pix_fmt yuv420p -c:v libx264 -bf 2 -g 24" },
        { "one-key-frame.mp4", "-pix_fmt yuv420p -c:v libx264 -g 1000" },
        { "raw.h264", "-pix_fmt yuv420p -c:v libx264 -bf 2 -g 24" },
        { "slow.mkv", "-vf fps=2 -pix_fmt yuv420p -c:v libx264 -bf 8 -b_strategy 0 -g 10" },
        { "interlaced.ts", "-vf setfield=tff -c:v mpeg2video -flags +ilme+ildct -bf 2 -g 15 -q:v 3" },
    };

    public void Dispose() => _media.Dispose();

    [Theory(Timeout = 90_000)]
    [MemberData(nameof(Videos))]
    public async Task Ranges_have_the_frames_of_the_whole(string name, string encoding) => await Task.Run(() =>
    {
        MediaInfo media = MediaProbe.Probe(_media.Make(name, $"{Source} {encoding}"));
        List<(TimeSpan Time, ulong Pixels)> whole = Read(media, new VideoReadOptions());
        TimeSpan[] times = [.. whole.Select(frame => frame.Time)];
        int count = whole.Count;

        foreach ((int from, int to) in new[] { (0, 3), (count / 3, (count / 3) + 5), (count / 2, count * 3 / 4), (count - 2, count) })
        {
            TimeSpan? end = to < count ? times[to] : null;
            Assert.Equal(whole[from..to], Read(media, new VideoReadOptions { From = times[from], To = end }));
        }

        TimeSpan tick = TimeSpan.FromTicks(1);
        Assert.Equal(whole[(count / 2)..(count / 2 + 2)], Read(media, new VideoReadOptions { From = times[count / 2 - 1] + tick, To = times[count / 2 + 1] + tick }));
    });

    [Fact(Timeout = 60_000)]
    public async Task Another_rate_has_its_frames_at_the_same_times_in_every_range() => await Task.Run(() =>
    {
        MediaInfo media = MediaProbe.Probe(_media.Make("a.mp4", $"{Source} -pix_fmt yuv420p -c:v libx264 -bf 2 -g 24"));
        var rate = new FrameRate(30000, 1001);
        List<(TimeSpan Time, ulong Pixels)> whole = Read(media, new VideoReadOptions { Rate = rate });

        Assert.InRange(whole.Count, 299, 301);
        for (int i = 0; i < whole.Count; i++) Assert.Equal(rate.TimeAt(i), whole[i].Time);
        Assert.Equal(whole[100..150], Read(media, new VideoReadOptions { Rate = rate, From = rate.TimeAt(100), To = rate.TimeAt(150) }));
        Assert.Equal(125, Read(media, new VideoReadOptions { Rate = new FrameRate(25, 2) }).Count);
    });

    [Fact(Timeout = 60_000)]
    public async Task Another_size_is_that_of_the_shown_picture() => await Task.Run(() =>
    {
        _media.Make("flat.mp4", "-f lavfi -i testsrc2=s=96x64:r=25:d=0.2 -pix_fmt yuv420p -c:v libx264");
        MediaInfo media = MediaProbe.Probe(_media.Make("turned.mp4", "-i {}/flat.mp4 -c copy -metadata:s:v rotate=90"));
        using var pool = new FramePool(1);
        using var source = new VideoFileSource(media, pool, TimeProvider.System, new VideoReadOptions { Size = new FrameFormat(33, 50) });

        using Frame frame = source.Read(CancellationToken.None)!.Value;

        Assert.Equal(new FrameFormat(33, 50), frame.Format);
        Assert.Equal(frame.Format, source.Info.Format);
    });

    [Fact(Timeout = 60_000)]
    public async Task Range_without_frames_is_refused() => await Task.Run(() =>
    {
        MediaInfo media = MediaProbe.Probe(_media.Clip("a.mp4"));
        using var pool = new FramePool(1);

        MediaUnreadableException e = Assert.Throws<MediaUnreadableException>(
            () => new VideoFileSource(media, pool, TimeProvider.System, new VideoReadOptions { From = TimeSpan.FromSeconds(5) }));

        Assert.Contains("no frame at 5 s", e.Message, StringComparison.Ordinal);
    });

    private static List<(TimeSpan Time, ulong Pixels)> Read(MediaInfo media, VideoReadOptions options)
    {
        using var pool = new FramePool(1);
        using var source = new VideoFileSource(media, pool, TimeProvider.System, options);
        var frames = new List<(TimeSpan, ulong)>();
        while (source.Read(CancellationToken.None) is { } frame)
        {
            Assert.Equal(frames.Count, frame.Stamp.Index);
            frames.Add((frame.Stamp.PresentationTime, BitConverter.ToUInt64(SHA256.HashData(frame.View.Pixels))));
            frame.Dispose();
        }

        Assert.Null(source.Damage);
        Assert.Equal(0, source.Concealed);
        return frames;
    }
}
