using LiveStyle.Frames;
using LiveStyle.TestMedia;

namespace LiveStyle.Capture.Tests;

/// <summary>Numbered pictures and animations are videos too.</summary>
public sealed class PictureSequenceTests : IDisposable
{
    private readonly MediaFolder _media = new();

    public void Dispose() => _media.Dispose();

    [Theory(Timeout = 60_000)]
    [InlineData("png", false)]
    [InlineData("jpg", true)]
    public async Task Numbered_pictures_are_read_at_the_given_rate(string kind, bool byPattern) => await Task.Run(() =>
    {
        Directory.CreateDirectory(_media["it's"]);
        for (int i = 8; i < 12; i++) _media.Make($"it's/p{i}.{kind}", $"-f lavfi -i color=0x{20 * i:x2}{20 * i:x2}{20 * i:x2}:s=40x30 -frames:v 1");
        var rate = new FrameRate(30000, 1001);
        MediaInfo media = MediaProbe.ProbeSequence(_media[byPattern ? $"it's/p%d.{kind}" : "it's"], rate);

        List<(TimeSpan Time, int Grey)> frames = Read(media);

        Assert.Equal([8, 9, 10, 11], frames.Select(frame => (int)Math.Round(frame.Grey / 20.0)));
        Assert.Equal(Enumerable.Range(0, 4).Select(i => rate.TimeAt(i)), frames.Select(frame => frame.Time));
        Assert.Equal(4, media.ExpectedFrames);
        Assert.Equal(frames[2..], Read(media, rate.TimeAt(2)));
        Assert.Equal(frames.Select(frame => frame.Time), VideoIndex.Read(media, CancellationToken.None).Times);
    });

    [Fact(Timeout = 60_000)]
    public async Task Damaged_pictures_in_a_sequence_are_replaced_by_the_one_before() => await Task.Run(() =>
    {
        _media.Make("p%d.png", "-f lavfi -i testsrc2=s=200x150:r=25:d=0.4");
        File.WriteAllBytes(_media["p3.png"], []);
        File.WriteAllText(_media["p5.png"], "no picture");
        byte[] bytes = File.ReadAllBytes(_media["p7.png"]);
        File.WriteAllBytes(_media["p7.png"], bytes[..60]);
        using var pool = new FramePool(1);
        using var source = new VideoFileSource(MediaProbe.Probe(_media["p%d.png"]), pool, TimeProvider.System);

        Assert.Equal(10, source.Stamps().Count);
        Assert.Equal(3, source.Concealed);
        Assert.Null(source.Damage);
    });

    [Fact(Timeout = 60_000)]
    public async Task Pictures_of_several_kinds_are_refused() => await Task.Run(() =>
    {
        _media.Make("a.png", "-f lavfi -i testsrc=s=20x10 -frames:v 1");
        _media.Make("b.jpg", "-f lavfi -i testsrc=s=20x10 -frames:v 1");

        Assert.Contains(".png, .jpg", Assert.Throws<MediaUnreadableException>(() => MediaProbe.ProbeSequence(_media.Root)).Message, StringComparison.Ordinal);
        Assert.Contains("no picture of such a name", Assert.Throws<MediaUnreadableException>(() => MediaProbe.Probe(_media["x%03d.png"])).Message, StringComparison.Ordinal);
    });

    [Fact(Timeout = 60_000)]
    public async Task Animated_webp_has_its_own_times() => await Task.Run(() =>
    {
        _media.Make(
            "a.webp", "-f lavfi -i color=black:s=64x48:r=25:d=0.16,geq=lum=60*N+20:cb=128:cr=128 -vf format=rgba,settb=1/1000,setpts=N*(50+N*30) " +
            "-fps_mode passthrough -enc_time_base 1/1000 -c:v libwebp_anim -lossless 1");
        MediaInfo media = MediaProbe.Probe(_media["a.webp"]);

        List<(TimeSpan Time, int Grey)> frames = Read(media);

        Assert.Equal("webp", media.Container);
        Assert.Equal(new FrameFormat(64, 48), media.Video.Format);
        Assert.Equal([0, 80, 220, 420], frames.Select(frame => frame.Time.TotalMilliseconds));
        Assert.Equal(frames[1..3], Read(media, TimeSpan.FromMilliseconds(1), TimeSpan.FromMilliseconds(420)));
    });

    private static List<(TimeSpan Time, int Grey)> Read(MediaInfo media, TimeSpan from = default, TimeSpan? to = null)
    {
        using var pool = new FramePool(1);
        using var source = new VideoFileSource(media, pool, TimeProvider.System, new VideoReadOptions { From = from, To = to });
        var frames = new List<(TimeSpan, int)>();
        while (source.Read(CancellationToken.None) is { } frame)
        {
            frames.Add((frame.Stamp.PresentationTime, frame.View.Row(5)[15]));
            frame.Dispose();
        }

        Assert.Null(source.Damage);
        Assert.Equal(0, source.Concealed);
        return frames;
    }
}
