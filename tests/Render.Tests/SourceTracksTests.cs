using System.Globalization;
using System.Text.Json;
using LiveStyle.Frames;

namespace LiveStyle.Render.Tests;

/// <summary>Sound, subtitles, chapters, covers, attachments, data and titles of a film with all of them.</summary>
public sealed class SourceTracksTests(RichFilm rich) : IClassFixture<RichFilm>, IDisposable
{
    private static readonly FrameRate Rate = new(25, 1);

    private readonly TestMedia.MediaFolder _media = new();
    private readonly string _rich = rich.Path;

    public void Dispose() => _media.Dispose();

    [Theory(Timeout = 90_000)]
    [InlineData("out.mkv", "h264 aac:deu mp3:eng:Commentary ass:fra subrip:spa ttf png+cover", 0)]
    [InlineData("out.mp4", "h264 aac:deu mp3:eng:Commentary mov_text:fra mov_text:spa png+cover", 3)]
    [InlineData("out.mov", "h264 aac:ger mp3:eng:Commentary mov_text:fra mov_text:spa", 4)]
    [InlineData("out.webm", "vp9 opus:deu opus:eng:Commentary webvtt:fra webvtt:spa", 6)]
    [InlineData("out.ts", "h264 aac:deu mp3:eng", 4)]
    [InlineData("out.avi", "h264 aac mp3:Commentary", 4)]
    public async Task Everything_that_the_container_holds_is_kept_and_each_other_track_is_named(string name, string tracks, int notices) => await Task.Run(() =>
    {
        IReadOnlyList<string> said = Mux(_rich, name, TimeSpan.Zero, null);

        Assert.Equal(notices, said.Count);
        JsonElement report = Report(name);
        Assert.Equal(tracks, string.Join(' ', report.GetProperty("streams").EnumerateArray().Where(IsKept).Select(Name)));
        if (name is "out.ts" or "out.avi") return;
        JsonElement[] sound = [.. report.GetProperty("streams").EnumerateArray().Where(stream => Text(stream, "codec_type") == "audio")];
        Assert.Equal([0, 1], sound.Select(stream => stream.GetProperty("disposition").GetProperty("default").GetInt32()));
        Assert.Equal("Film", Text(report.GetProperty("format").GetProperty("tags"), "title"));
        Assert.Equal([("one", 0, 4), ("two", 4, 10)], Chapters(report));
        Assert.Equal([0.5, 4, 8], Shown(name, "s:1").Select(cue => cue.Start), new Near(name == "out.webm" ? 0.04 : 0.03));
    });

    [Theory(Timeout = 90_000)]
    [InlineData("out.mkv")]
    [InlineData("out.mp4")]
    [InlineData("out.webm")]
    public async Task Cut_film_has_everything_of_the_same_range_from_zero(string name) => await Task.Run(() =>
    {
        Mux(_rich, name, TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(8.5));

        JsonElement report = Report(name);
        Assert.Equal([("one", 0, 2), ("two", 2, 6.5)], Chapters(report));
        foreach (string track in (string[])["s:0", "s:1"])
            Assert.Equal([(0, 1), (2, 3), (6, 6.5)], Shown(name, track), new NearCue(0.05));
        double start = Packets(name, "v:0")[0]; // Matroska moves all by the first packet of an encoder of sound
        Assert.Equal(0, start, 0.03);
        foreach (string track in (string[])["a:0", "a:1"])
        {
            double[] sound = Packets(name, track);
            Assert.InRange(sound[0] - start, -0.03, 0.03);
            Assert.InRange(sound[^1] - start, 6.44, 6.51);
        }
    });

    [Fact(Timeout = 90_000)]
    public async Task Cut_in_which_nothing_is_said_has_no_subtitles() => await Task.Run(() =>
    {
        Mux(_rich, "out.mkv", TimeSpan.FromSeconds(5.5), TimeSpan.FromSeconds(7));

        Assert.DoesNotContain(Report("out.mkv").GetProperty("streams").EnumerateArray(), stream => Text(stream, "codec_type") == "subtitle");
    });

    [Theory(Timeout = 90_000)]
    [InlineData("out.mkv", true)]
    [InlineData("out.mp4", false)]
    public async Task Bitmap_subtitles_go_into_matroska_only(string name, bool kept) => await Task.Run(() =>
    {
        File.WriteAllBytes(_media["s.sup"], [.. Pgs(0x16, [0, 64, 0, 64, 0x10, 0, 0, 0x80, 0, 0, 0]), .. Pgs(0x80, [])]);
        string input = _media.Make("in.mkv", $"-f lavfi -i testsrc=s=64x64:r=25:d=2 -i {{}}/s.sup {TestMedia.MediaFolder.H264} -c:s copy -map 0 -map 1");

        IReadOnlyList<string> notices = Mux(input, name, TimeSpan.Zero, TimeSpan.FromSeconds(2));

        Assert.Equal(kept ? "hdmv_pgs_subtitle" : "", _media.Field(_media[name], "stream=codec_name", "s:0"));
        if (!kept) Assert.Contains("hdmv_pgs_subtitle", Assert.Single(notices), StringComparison.Ordinal);
    });

    [Fact(Timeout = 90_000)]
    public async Task Time_code_and_telemetry_go_where_they_can() => await Task.Run(() =>
    {
        string input = _media.Make("in.mov", $"-f lavfi -i testsrc=s=64x64:r=25:d=1 {TestMedia.MediaFolder.H264} -timecode 01:02:03:04");

        IReadOnlyList<string> mov = Mux(input, "out.mov", TimeSpan.Zero, null), mkv = Mux(input, "out.mkv", TimeSpan.Zero, null);

        Assert.Empty(mov);
        Assert.Contains("tmcd", Assert.Single(mkv), StringComparison.Ordinal);
        Assert.Equal("01:02:03:04", _media.Field(_media["out.mov"], "stream_tags=timecode"));
    });

    [Theory(Timeout = 90_000)]
    [InlineData("out.mkv", 0, true)]
    [InlineData("out.mp4", 0, true)]
    [InlineData("out.avi", 0, false)]
    [InlineData("out.ts", 0, true)]
    [InlineData("out.webm", 0, false)]
    [InlineData("out.mp4", 0.2, false)]
    public async Task Second_film_is_carried_unchanged_where_that_can_be(string name, double from, bool kept) => await Task.Run(() =>
    {
        string input = _media.Make(
            "in.mkv", $"-f lavfi -i testsrc=s=64x64:r=25:d=1 -f lavfi -i testsrc2=s=48x32:r=25:d=1 -map 0 -map 1 {TestMedia.MediaFolder.H264} -metadata:s:v:1 language=deu");

        IReadOnlyList<string> notices = Mux(input, name, TimeSpan.FromSeconds(from), TimeSpan.FromSeconds(1));

        if (!kept)
        {
            Assert.Matches(@"^The (second )?video track 'deu' \(h264\) can't be .* left out\.$", Assert.Single(notices));
            return;
        }

        Assert.Empty(notices);
        Assert.Equal(Hash(input), Hash(_media[name]));
        Assert.Equal("0", _media.Field(_media[name], "stream_disposition=default", "v:1"));
        if (name is "out.mkv" or "out.mp4") Assert.Equal("deu", _media.Field(_media[name], "stream_tags=language", "v:1"));
    });

    private string Hash(string path) => _media.Tool("ffmpeg", $"-v error -i {path} -map 0:v:1 -f md5 -");

    /// <summary>A segment of a Blu-ray's subtitles, at 1 s: "PG", times in 90 kHz, kind, length.</summary>
    private static byte[] Pgs(byte kind, byte[] content) => [(byte)'P', (byte)'G', 0, 1, 0x5F, 0x90, 0, 0, 0, 0, kind, 0, (byte)content.Length, .. content];

    private IReadOnlyList<string> Mux(string source, string name, TimeSpan from, TimeSpan? to)
    {
        var options = new VideoFileOptions
        {
            Path = "",
            Rate = Rate,
            TicksPerSecond = 12_800,
            Encoding = EncodingChoice.For(new VideoEncoding { Preset = name == "out.webm" ? "8" : null }, name).Encoding,
        };
        long first = (long)(from.TotalSeconds * 25), end = (long)((to?.TotalSeconds ?? 10) * 25), middle = (first + end) / 2;
        EncodedPart[] parts =
        [
            Parts.Write(_media["one"], options, [.. Frames(first, middle)]), Parts.Write(_media["two"], options, [.. Frames(middle, end)]),
        ];
        using var mux = new VideoMux(new VideoMuxOptions
        {
            Path = _media[name],
            Pictures = parts,
            KeepFrom = new SourceMedia { Path = source },
            From = from,
            To = to,
            Frames = end - first,
        });
        mux.Write(CancellationToken.None);
        return mux.Notices;
    }

    private static IEnumerable<long> Frames(long from, long to)
    {
        for (long i = from; i < to; i++) yield return i * 512;
    }

    private JsonElement Report(string name) =>
        JsonDocument.Parse(_media.Tool("ffprobe", $"-v error -of json -show_streams -show_format -show_chapters {_media[name]}")).RootElement;

    private static string? Text(JsonElement element, string name) => element.TryGetProperty(name, out JsonElement value) ? value.ToString() : null;

    private static string Name(JsonElement stream)
    {
        string name = Text(stream, "codec_name")!;
        if (stream.TryGetProperty("tags", out JsonElement tags) && Text(tags, "language") is { } language && language != "und") name += ":" + language;
        if (Text(stream, "codec_type") == "audio" && tags.ValueKind == JsonValueKind.Object && (Text(tags, "title") ?? Text(tags, "handler_name")) is { } title && title != "SoundHandler") name += ":" + title;
        return stream.GetProperty("disposition").GetProperty("attached_pic").GetInt32() == 1 ? name + "+cover" : name;
    }

    /// <summary>The chapters of an MP4 are a track besides.</summary>
    private static bool IsKept(JsonElement stream) => Text(stream, "codec_type") != "data";

    private static (string, double, double)[] Chapters(JsonElement report) =>
        [.. report.GetProperty("chapters").EnumerateArray().Select(chapter => (
            Text(chapter.GetProperty("tags"), "title")!, Number(Text(chapter, "start_time")!), Number(Text(chapter, "end_time")!)))];

    /// <summary>MP4 fills the pauses with empty subtitles of two bytes.</summary>
    private (double Start, double End)[] Shown(string name, string track) =>
        [.. Csv($"-select_streams {track} -show_entries packet=pts_time,duration_time,size", name).Where(cells => cells[2] != "2")
            .Select(cells => (Number(cells[0]), Number(cells[0]) + Number(cells[1])))];

    private double[] Packets(string name, string track) => [.. Csv($"-select_streams {track} -show_entries packet=pts_time", name).Select(cells => Number(cells[0])).Order()];

    private IEnumerable<string[]> Csv(string what, string name) =>
        _media.Tool("ffprobe", $"-v error {what} -of csv=p=0 {_media[name]}").Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(','));

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    private sealed class Near(double tolerance) : IEqualityComparer<double>
    {
        public bool Equals(double x, double y) => Math.Abs(x - y) <= tolerance;

        public int GetHashCode(double value) => 0;
    }

    private sealed class NearCue(double tolerance) : IEqualityComparer<(double, double)>
    {
        public bool Equals((double, double) x, (double, double) y) => Math.Abs(x.Item1 - y.Item1) <= tolerance && Math.Abs(x.Item2 - y.Item2) <= tolerance;

        public int GetHashCode((double, double) value) => 0;
    }
}
