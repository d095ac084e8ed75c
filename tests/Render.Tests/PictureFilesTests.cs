using System.Buffers.Binary;
using LiveStyle.Frames;

namespace LiveStyle.Render.Tests;

/// <summary>GIF, WebP, APNG and numbered pictures.</summary>
public sealed class PictureFilesTests : IDisposable
{
    private static readonly long[] Ticks = [0, 4, 8, 20, 26, 30, 34, 38];

    private readonly TestMedia.MediaFolder _media = new();

    public void Dispose() => _media.Dispose();

    [Theory(Timeout = 60_000)]
    [InlineData("a.gif")]
    [InlineData("a.apng")]
    public async Task Animation_shows_every_picture_for_its_own_time(string name) => await Task.Run(() =>
    {
        Mux(_media[name], Ticks, 100);

        Assert.Equal(Ticks.Select(tick => tick / 100.0), _media.FrameTimes(_media[name]));
        Assert.Single(Directory.GetFiles(_media.Root, "a.*"));
    });

    [Fact(Timeout = 60_000)]
    public async Task WebP_shows_every_picture_for_its_own_time_as_often_as_asked() => await Task.Run(() =>
    {
        Mux(_media["a.webp"], Ticks, 100, new VideoEncoding { Loops = 3 });

        (int loops, int[] milliseconds) = WebP(File.ReadAllBytes(_media["a.webp"]));
        Assert.Equal(3, loops);
        Assert.Equal(Ticks.Zip(Ticks.Skip(1), (a, b) => (int)(b - a) * 10), milliseconds.SkipLast(1));
    });

    [Theory(Timeout = 60_000)]
    [InlineData(0, "NETSCAPE2.0\u0003\u0001\0\0")]
    [InlineData(1, null)]
    [InlineData(5, "NETSCAPE2.0\u0003\u0001\u0004\0")]
    public async Task Gif_repeats_as_often_as_asked(int loops, string? mark) => await Task.Run(() =>
    {
        Mux(_media["a.gif"], Ticks, 100, new VideoEncoding { Loops = loops });

        string bytes = System.Text.Encoding.Latin1.GetString(File.ReadAllBytes(_media["a.gif"]));
        Assert.Equal(mark is not null, bytes.Contains(mark ?? "NETSCAPE", StringComparison.Ordinal));
    });

    [Fact(Timeout = 60_000)]
    public async Task Gif_of_60_frames_a_second_gets_50_and_says_so() => await Task.Run(() =>
    {
        string notice = Assert.Single(Mux(_media["a.gif"], Parts.Ticks(31, 1, isVariable: false), 60));

        Assert.Contains("50", notice, StringComparison.Ordinal);
        Assert.All(_media.FrameTimes(_media["a.gif"]).Select((time, i) => time - i * 0.02), error => Assert.Equal(0, error, 0.001));
    });

    [Theory(Timeout = 60_000)]
    [InlineData("png", 0)]
    [InlineData("jpg", 24)]
    [InlineData("webp", 40)]
    public async Task Numbered_pictures_are_the_frames(string extension, int tolerance) => await Task.Run(() =>
    {
        Mux(_media["100%/frame_%03d." + extension], Ticks, 100, colors: [(20, 40, 220), (200, 60, 30)]);

        string[] names = [.. Directory.GetFileSystemEntries(_media["100%"], "*", new EnumerationOptions { AttributesToSkip = 0 }).Order()];
        Assert.Equal(Enumerable.Range(1, 8).Select(i => _media[$"100%/frame_{i:000}.{extension}"]), names);
        using var pool = new FramePool(1);
        using var second = new Capture.ImageSource(names[1], pool, TimeProvider.System);
        using Frame frame = second.Read(CancellationToken.None)!.Value;
        foreach ((byte value, int expected) in frame.View.Pixels[..3].ToArray().Zip([200, 60, 30])) Assert.InRange(value - expected, -tolerance, tolerance);
    });

    [Fact(Timeout = 60_000)]
    public async Task Existing_pictures_are_only_replaced_when_asked() => await Task.Run(() =>
    {
        File.WriteAllText(_media["f_5.png"], "precious");

        MediaUnwritableException e = Assert.Throws<MediaUnwritableException>(() => Mux(_media["f_%d.png"], Ticks, 100));

        Assert.Contains("--force", e.Message, StringComparison.Ordinal);
        Assert.Equal("precious", File.ReadAllText(Assert.Single(Directory.GetFiles(_media.Root, "f_*"))));
        Mux(_media["f_%d.png"], Ticks, 100, overwrite: true);
        Assert.Equal(8, Directory.GetFiles(_media.Root, "f_*").Length);
        Assert.DoesNotContain(Directory.GetDirectories(_media.Root, "*", new EnumerationOptions { AttributesToSkip = 0 }), path => path.Contains("livestyle-", StringComparison.Ordinal) && path.Contains("partial", StringComparison.Ordinal));
    });

    [Fact(Timeout = 60_000)]
    public async Task Sound_that_pictures_can_not_have_is_left_out_with_one_line() => await Task.Run(() =>
    {
        string input = _media.ClipWithSound("in.mp4", $"{TestMedia.MediaFolder.H264} -c:a aac");
        var options = new VideoFileOptions { Path = _media["out.gif"], Rate = Pictures.Rate };
        using var sink = new FilmSink(options, new SourceMedia { Path = input });
        using var pool = new FramePool(1);

        Pictures.Write(sink, pool, 5);
        sink.Complete(CancellationToken.None);

        Assert.Contains("no sound", Assert.Single(sink.Notices), StringComparison.Ordinal);
        Assert.Equal(5, _media.FrameTimes(_media["out.gif"]).Length);
    });

    /// <summary>Two parts; with colours, frames of one colour each by turns.</summary>
    private IReadOnlyList<string> Mux(
        string path, long[] ticks, int ticksPerSecond, VideoEncoding? encoding = null, bool overwrite = false, (byte, byte, byte)[]? colors = null)
    {
        var options = new VideoFileOptions
        {
            Path = "", Rate = Pictures.Rate, TicksPerSecond = ticksPerSecond,
            Encoding = EncodingChoice.For(encoding ?? new VideoEncoding(), path).Encoding,
        };
        EncodedPart[] parts = [Part("one", options, ticks[..3], colors), Part("two", options, ticks[3..], colors)];
        using var mux = new VideoMux(new VideoMuxOptions { Path = path, Pictures = parts, Encoding = encoding ?? new VideoEncoding(), Overwrite = overwrite });
        mux.Write(CancellationToken.None);
        return mux.Notices;
    }

    private EncodedPart Part(string name, VideoFileOptions options, long[] ticks, (byte, byte, byte)[]? colors)
    {
        if (colors is null) return Parts.Write(_media[name], options, ticks);
        using var pool = new FramePool(1);
        options = options with { Path = _media[name + ".mov"], Start = Parts.Time(ticks[0], options.TicksPerSecond), Overwrite = true };
        using var sink = new VideoFileSink(options);
        for (int i = 0; i < ticks.Length; i++)
        {
            (byte b, byte g, byte r) = colors[i % colors.Length];
            using Frame frame = Pictures.Rent(pool, i, time: Parts.Time(ticks[i], options.TicksPerSecond));
            for (int at = 0; at < frame.View.Pixels.Length; at++) frame.View.Pixels[at] = (at % 3) switch { 0 => b, 1 => g, _ => r };
            sink.Write(frame, CancellationToken.None);
        }

        sink.Complete(CancellationToken.None);
        return new EncodedPart(options.Path, options.Start);
    }

    /// <summary>FFmpeg 5.1 can't read animated WebP: https://developers.google.com/speed/webp/docs/riff_container.</summary>
    private static (int Loops, int[] Milliseconds) WebP(byte[] file)
    {
        int loops = -1;
        List<int> times = [];
        for (int at = 12; at + 8 <= file.Length;)
        {
            string chunk = System.Text.Encoding.ASCII.GetString(file, at, 4);
            int length = BinaryPrimitives.ReadInt32LittleEndian(file.AsSpan(at + 4));
            if (chunk == "ANIM") loops = BinaryPrimitives.ReadUInt16LittleEndian(file.AsSpan(at + 12));
            if (chunk == "ANMF") times.Add(file[at + 20] | file[at + 21] << 8 | file[at + 22] << 16);
            at += 8 + length + (length & 1);
        }

        return (loops, [.. times]);
    }
}
