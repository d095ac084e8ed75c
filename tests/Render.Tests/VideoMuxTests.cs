using LiveStyle.Frames;

namespace LiveStyle.Render.Tests;

/// <summary>Parts that are joined: every picture at its tick.</summary>
public sealed class VideoMuxTests : IDisposable
{
    private readonly TestMedia.MediaFolder _media = new();

    public void Dispose() => _media.Dispose();

    [Theory(Timeout = 60_000)]
    [InlineData("a.mp4", null, 90_000, 3003, false)]
    [InlineData("b.mp4", null, 24_000, 1001, false)]
    [InlineData("c.mp4", null, 15_360, 512, true)]
    [InlineData("d.mp4", null, 1000, 41.7, true)]
    [InlineData("e.mp4", null, 1_000_000, 16_683.35, true)]
    [InlineData("f.mp4", null, 600_000, 25_025, true)]
    [InlineData("g.mov", "prores", 90_000, 3600, true)]
    [InlineData("h.mov", null, 30_000, 1001, true)]
    [InlineData("i.mkv", "h265", 90_000, 3003, true)]
    [InlineData("j.mkv", "ffv1", 24_000, 1001, true)]
    [InlineData("k.webm", null, 90_000, 3750, true)]
    [InlineData("l.mp4", "av1", 90_000, 3000, true)]
    [InlineData("m.ts", null, 90_000, 3003, true)]
    [InlineData("n.avi", null, 24_000, 1001, false)]
    [InlineData("o.mkv", "mpeg2video", 25, 1, false)]
    [InlineData("p.mkv", "utvideo", 90_000, 3003, true)]
    [InlineData("q.webm", "vp8", 30_000, 1001, true)]
    public async Task Joined_parts_show_every_picture_at_its_tick(string name, string? codec, int ticksPerSecond, double interval, bool isVariable) =>
        await Task.Run(() =>
    {
        long[] ticks = Parts.Ticks(40, interval, isVariable);
        EncodingChoice choice = EncodingChoice.For(new VideoEncoding { Codec = codec, Preset = codec == "av1" ? "13" : null }, name);
        var options = new VideoFileOptions
        {
            Path = "", Rate = new FrameRate(25, 1), TicksPerSecond = ticksPerSecond, Encoding = choice.Encoding,
        };
        int[] cuts = [0, 1, 15, 33, 40];
        EncodedPart[] parts = [.. cuts.Zip(cuts.Skip(1)).Select((cut, i) => Parts.Write(_media[$"part{i}"], options, ticks[cut.First..cut.Second]))];

        using (var mux = new VideoMux(new VideoMuxOptions { Path = _media[name], Pictures = parts, TicksPerSecond = ticksPerSecond, Frames = 40 }))
            mux.Write(CancellationToken.None);

        double[] times = Times(name);
        Assert.Equal(40, times.Length);
        double unit = Container.Of(name).TicksPerSecond is 1000 ? 0.0005 : 0.5 / ticksPerSecond;
        for (int i = 0; i < 40; i++) Assert.Equal((double)ticks[i] / ticksPerSecond, times[i], unit + 2e-6); // ffprobe prints microseconds
        Assert.Equal(parts.Length + 1, Directory.GetFiles(_media.Root, "*", new EnumerationOptions { AttributesToSkip = 0 }).Length);
    });

    [Fact(Timeout = 60_000)]
    public async Task Joined_pictures_are_those_of_the_parts() => await Task.Run(() =>
    {
        EncodedPart[] parts = TwoParts(new VideoEncoding());
        string[] expected = [.. parts.SelectMany(part => Hashes(part.Path))];

        Mux(_media["out.mp4"], parts);

        Assert.Equal(expected, Hashes(_media["out.mp4"]));
    });

    [Fact(Timeout = 60_000)]
    public async Task Parts_of_other_settings_join_if_the_decoder_can_follow() => await Task.Run(() =>
    {
        EncodedPart first = TwoParts(new VideoEncoding())[0], second = TwoParts(new VideoEncoding { Preset = "medium", Options = ["refs=2"] })[1];

        Mux(_media["out.mp4"], [first, second]);

        Assert.Equal([.. Hashes(first.Path), .. Hashes(second.Path)], Hashes(_media["out.mp4"]));
    });

    [Fact(Timeout = 60_000)]
    public async Task Part_that_is_missing_lost_frames_or_overlaps_is_named_and_nothing_is_written() => await Task.Run(() =>
    {
        EncodedPart[] parts = TwoParts(new VideoEncoding());

        Fails(parts, "39", frames: 39);
        Fails([parts[0], parts[1] with { Start = parts[0].Start }], "overlaps");
        Fails([parts[0], parts[1] with { Path = _media["gone.mp4"] }], "gone.mp4");
        File.WriteAllBytes(_media["broken.mp4"], File.ReadAllBytes(parts[1].Path)[..100]);
        Fails([parts[0], parts[1] with { Path = _media["broken.mp4"] }], "broken.mp4");
        Fails([], "no frame");
    });

    [Fact(Timeout = 60_000)]
    public async Task Varying_rate_is_refused_by_avi_with_a_cure() => await Task.Run(() =>
    {
        var options = new VideoFileOptions { Path = "", Rate = new FrameRate(25, 1), TicksPerSecond = 1000 };
        EncodedPart part = Parts.Write(_media["part"], options, [0, 40, 80, 200]);

        MediaUnwritableException e = Assert.Throws<MediaUnwritableException>(() => Mux(_media["out.avi"], [part]));

        Assert.Contains(".mkv", e.Message, StringComparison.Ordinal);
    });

    /// <summary>A transport stream starts at 1.4 s; AVI has the decoder's times only.</summary>
    private double[] Times(string name)
    {
        if (!name.EndsWith(".avi", StringComparison.Ordinal) && !name.EndsWith(".ts", StringComparison.Ordinal)) return _media.FrameTimes(_media[name]);
        string[] lines = _media.Tool("ffprobe", $"-v error -select_streams v:0 -show_entries frame=best_effort_timestamp_time -of csv=p=0 {_media[name]}")
            .Split('\n', StringSplitOptions.RemoveEmptyEntries);
        double[] times = [.. lines.Select(line => TestMedia.MediaFolder.Number(line.TrimEnd(',').Split(',')[0]))];
        return [.. times.Select(time => time - times[0])];
    }

    private EncodedPart[] TwoParts(VideoEncoding encoding)
    {
        long[] ticks = Parts.Ticks(40, 1001, isVariable: true);
        var options = new VideoFileOptions { Path = "", Rate = new FrameRate(24_000, 1001), TicksPerSecond = 24_000, Encoding = encoding };
        string name = _media[encoding.Preset ?? "default"];
        return [Parts.Write(name + "0", options, ticks[..20]), Parts.Write(name + "1", options, ticks[20..])];
    }

    private static void Mux(string path, EncodedPart[] parts, long? frames = null)
    {
        using var mux = new VideoMux(new VideoMuxOptions { Path = path, Pictures = parts, Frames = frames });
        mux.Write(CancellationToken.None);
    }

    private void Fails(EncodedPart[] parts, string part, long? frames = null)
    {
        LiveStyleException e = Assert.ThrowsAny<LiveStyleException>(() => Mux(_media["never.mp4"], parts, frames));
        Assert.Contains(part, e.Message, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Media, e.ExitCode);
        Assert.False(File.Exists(_media["never.mp4"]));
    }

    private string[] Hashes(string path) =>
        [.. _media.Tool("ffmpeg", $"-v error -i {path} -fps_mode passthrough -f framemd5 -").Split('\n').Where(line => line is [not '#', ..]).Select(line => line.Split(',')[^1].Trim())];
}
