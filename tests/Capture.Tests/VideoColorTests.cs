using LiveStyle.Frames;
using LiveStyle.TestMedia;

namespace LiveStyle.Capture.Tests;

/// <summary>Frames have the colours that the file means, however it stores them.</summary>
public sealed class VideoColorTests : IDisposable
{
    private readonly MediaFolder _media = new();

    public static TheoryData<string, string, string, string> Ways => new()
    {
        { "bt601", "smpte170m", "limited", "yuv420p" },
        { "bt709", "bt709", "limited", "yuv420p" },
        { "bt2020", "bt2020nc", "limited", "yuv420p" },
        { "bt709", "bt709", "full", "yuv420p" },
        { "bt601", "bt470bg", "full", "yuv422p" },
        { "bt709", "bt709", "limited", "yuv422p10le" },
        { "bt2020", "bt2020nc", "limited", "yuv420p10le" },
        { "bt709", "bt709", "full", "yuv444p12le" },
        { "bt709", "bt709", "limited", "yuv444p" },
        { "bt601", "", "limited", "yuv420p" }, // by its size
        { "bt709", "", "limited", "yuv420p10le" },
        { "", "", "", "bgr0" },
        { "", "", "", "gbrp10le" },
        { "", "", "", "gray" },
        { "", "", "", "gray10le" },
    };

    public void Dispose() => _media.Dispose();

    [Theory(Timeout = 60_000)]
    [MemberData(nameof(Ways))]
    public async Task Colours_are_those_that_went_in(string matrix, string tag, string range, string format) => await Task.Run(() =>
    {
        string size = matrix == "bt709" && tag.Length == 0 ? "1280x720" : "64x48";
        string[] options = [.. new[] { ("out_color_matrix", matrix), ("out_range", range) }.Where(o => o.Item2.Length > 0).Select(o => $"{o.Item1}={o.Item2}")];
        string tags = (tag.Length > 0 ? $" -colorspace {tag}" : "") + (range == "full" ? " -color_range pc" : "");
        string path = _media.Make(
            "a.mkv",
            $"-f lavfi -i color=0xB43C28:s={size}:d=0.08:r=25,format=gbrp -vf scale=flags=accurate_rnd+full_chroma_inp:{string.Join(':', [.. options, "w=iw:h=ih"])},format={format} -c:v ffv1{tags}");
        MediaInfo media = MediaProbe.Probe(path);

        byte[] pixel = Middle(media);

        byte[] expected = format.StartsWith("gray", StringComparison.Ordinal) ? [93, 93, 93] : [0x28, 0x3C, 0xB4]; // 0.299 R + 0.587 G + 0.114 B
        for (int i = 0; i < 3; i++) Assert.InRange(pixel[i], expected[i] - 2, expected[i] + 2);
        if (matrix.Length > 0) Assert.Equal(tag.Length > 0 ? tag : null, media.Video.Colors.Matrix);
        Assert.Equal(range != "limited", media.Video.Colors.IsFullRange);
        Assert.Equal(format, media.Video.PixelFormat);
        Assert.Equal(format.Contains("10", StringComparison.Ordinal) ? 10 : format.Contains("12", StringComparison.Ordinal) ? 12 : 8, media.Video.BitDepth);
    });

    /// <summary>Against zimg, which interpolates the same way and knows sitings; swscale takes none from the file.</summary>
    [Theory(Timeout = 60_000)]
    [InlineData("left", "yuv420p", "limited")]
    [InlineData("center", "yuv420p", "limited")]
    [InlineData("topleft", "yuv420p", "limited")]
    [InlineData("left", "yuvj420p", "full")]
    public async Task Edges_of_colours_stand_where_the_file_says(string siting, string pixels, string range) => await Task.Run(() =>
    {
        string path = _media.Make("a.mp4", $"-f lavfi -i testsrc2=s=64x48:d=0.04:r=25 -pix_fmt {pixels} -c:v libx264 -qp 0 -chroma_sample_location {siting}");
        _media.Make("raw.bin", $"-i {path} -vf zscale=min=170m:rin={range}:cin={siting}:f=bilinear:m=gbr:r=full,format=gbrp,format=bgr24 -f rawvideo");
        using var pool = new FramePool(1);
        using var source = new VideoFileSource(MediaProbe.Probe(path), pool, TimeProvider.System);

        using Frame frame = source.Read(CancellationToken.None)!.Value;

        VideoFileSourceTests.AssertNear(File.ReadAllBytes(_media["raw.bin"]), frame.View.Pixels, 1);
    });

    [Theory(Timeout = 60_000)]
    [InlineData("smpte2084", 0.508, 0.580)]
    [InlineData("arib-std-b67", 0.500, 0.750)]
    public async Task Hdr_keeps_black_black_grey_grey_and_white_white(string curve, double middle, double white) => await Task.Run(() =>
    {
        string path = _media.Make(
            "ramp.mkv",
            "-f lavfi -i color=black:s=256x32:d=0.08:r=25,format=yuv420p10le,geq=lum=64+876*X/255:cb=512:cr=512 " +
            $"-c:v ffv1 -color_primaries bt2020 -color_trc {curve} -colorspace bt2020nc -color_range tv");
        using var pool = new FramePool(1);
        using var source = new VideoFileSource(MediaProbe.Probe(path), pool, TimeProvider.System);
        using Frame frame = source.Read(CancellationToken.None)!.Value;
        byte[] row = frame.View.Row(16).ToArray();

        byte Green(double code) => row[(int)Math.Round(code * 255) * 3 + 1];
        for (int x = 0; x < 256; x++)
        {
            Assert.InRange(row[x * 3], row[x * 3 + 1] - 2, row[x * 3 + 1] + 2);
            Assert.InRange(row[x * 3 + 2], row[x * 3 + 1] - 2, row[x * 3 + 1] + 2);
            if (x > 0) Assert.True(row[x * 3 + 1] >= row[x * 3 - 2], $"darker at {x}");
        }

        Assert.InRange(Green(0), 0, 3);
        Assert.InRange(Green(middle), 110, 225);
        Assert.InRange(Green(white), 185, 250);
        Assert.InRange(Green(1), 245, 255);
        Assert.Contains("HDR", Assert.Single(source.Notices), StringComparison.Ordinal);
        Assert.Equal("bt709", source.Colors.Transfer);
    });

    [Theory(Timeout = 60_000)]
    [InlineData("0x900000", 2)]
    [InlineData("0x009000", 1)]
    [InlineData("0x000090", 0)]
    public async Task Hdr_keeps_colours_strong(string color, int channel) => await Task.Run(() =>
    {
        string path = _media.Make(
            "patch.mkv",
            $"-f lavfi -i color={color}:s=97x65:d=0.08:r=25,format=gbrp -vf scale=out_color_matrix=bt2020:out_range=limited,format=yuv420p10le " +
            "-c:v ffv1 -color_primaries bt2020 -color_trc smpte2084 -colorspace bt2020nc -color_range tv");

        byte[] pixel = Middle(MediaProbe.Probe(path));

        Assert.InRange(pixel[channel], 190, 255);
        for (int i = 0; i < 3; i++) if (i != channel) Assert.InRange(pixel[i], 0, 90);
    });

    [Theory(Timeout = 60_000)]
    [InlineData("transparent.mov")]
    [InlineData("transparent.webm")]
    public async Task Half_transparent_red_is_dark_red(string name) => await Task.Run(() =>
    {
        MediaInfo media = MediaProbe.Probe(HardCases.Make(_media, HardCases.Find(name)));

        byte[] pixel = Middle(media);

        Assert.True(media.Video.HasAlpha);
        Assert.InRange(pixel[0], 0, 3);
        Assert.InRange(pixel[1], 0, 3);
        Assert.InRange(pixel[2], 122, 132);
    });

    [Fact]
    public void Missing_filter_for_hdr_is_known_from_what_ffmpeg_says()
    {
        var messages = new Files.DecoderMessages();

        messages.Add("[AVFilterGraph @ 0x55d0] [error] No such filter: 'zscale'"u8);

        Assert.True(messages.LacksFilter("zscale"));
        Assert.False(messages.LacksFilter("tonemap"));
        Assert.Contains("No such filter", messages.Reason("hevc"), StringComparison.Ordinal);
    }

    private static byte[] Middle(MediaInfo media)
    {
        using var pool = new FramePool(1);
        using var source = new VideoFileSource(media, pool, TimeProvider.System);
        using Frame frame = source.Read(CancellationToken.None)!.Value;
        return frame.View.Row(frame.Format.Height / 2).Slice(frame.Format.Width / 2 * 3, 3).ToArray();
    }
}
