using LiveStyle.Frames;

namespace LiveStyle.Render.Tests;

/// <summary>A film that is decoded and encoded again, without a style between, has the source's colours.</summary>
public sealed class ColorTests : IDisposable
{
    private const string Lossless = "-c:v libx264 -preset ultrafast -qp 0";

    private readonly TestMedia.MediaFolder _media = new();

    public void Dispose() => _media.Dispose();

    public static TheoryData<string, string, string> Sources => new()
    {
        { "bt470bg", "tv", "yuv444p" },
        { "smpte170m", "tv", "yuv420p" },
        { "bt709", "tv", "yuv444p" },
        { "bt709", "tv", "yuv420p" },
        { "bt709", "pc", "yuv444p" },
        { "bt709", "pc", "yuv420p" },
        { "smpte170m", "pc", "yuv444p" },
        { "smpte240m", "tv", "yuv444p" },
        { "bt2020nc", "tv", "yuv444p" },
    };

    [Theory(Timeout = 60_000)]
    [MemberData(nameof(Sources))]
    public async Task Colours_come_back_within_2_of_255_with_the_sources_matrix_and_range(string matrix, string range, string pixels) => await Task.Run(() =>
    {
        string input = _media.Make("in.mkv", $"{Patches(matrix, range, pixels)} {Lossless} {Tags(matrix, range)}");

        RoundTrip.Run(input, _media["out.mkv"], options => options with
        {
            Encoding = new VideoEncoding { PixelFormat = pixels, Preset = "ultrafast", Crf = 0 },
        });

        const string Colors = "stream=color_space,color_range,color_primaries,color_transfer";
        Assert.Equal(_media.Fields(input, Colors), _media.Fields(_media["out.mkv"], Colors));
        byte[] before = Rgb(input, matrix, range), after = Rgb(_media["out.mkv"], matrix, range);
        Assert.InRange(Enumerable.Range(0, before.Length).Where(IsInside).Max(i => Math.Abs(before[i] - after[i])), 0, 2);
    });

    [Theory(Timeout = 60_000)]
    [InlineData("out.mkv", "ffv1", "yuv444p", "pc", 2)]
    [InlineData("out.mkv", "prores", "yuv444p10le", "tv", 4)] // its decoders know no other
    [InlineData("out.mov", "ffv1", "yuv444p", "tv", 2)] // QuickTime has no word for the range
    [InlineData("out.mov", "prores", "yuv444p10le", "tv", 4)]
    [InlineData("out.avi", "ffv1", "yuv444p", "tv", 2)]
    [InlineData("out.mkv", "ffv1", null, "pc", 2)]
    public async Task Full_range_is_said_or_not_used(string name, string codec, string? pixels, string range, int tolerance) => await Task.Run(() =>
    {
        string input = _media.Make("in.mkv", $"{Patches("bt709", "pc", "yuv444p")} {Lossless} {Tags("bt709", "pc")}");

        RoundTrip.Run(input, _media[name], options => options with
        {
            Encoding = new VideoEncoding { Codec = codec, PixelFormat = pixels, Preset = codec == "prores" ? "4444" : null },
        });

        string said = _media.Field(_media[name], "stream=color_range");
        Assert.True(said == range || (range == "tv" && said == "unknown") || pixels is null, said);
        byte[] before = Rgb(input, "bt709", "pc"), after = Rgb(_media[name], "bt709", pixels is null ? "auto" : range);
        Assert.InRange(Enumerable.Range(0, before.Length).Where(IsInside).Max(i => Math.Abs(before[i] - after[i])), 0, tolerance);
    });

    [Theory(Timeout = 60_000)]
    [InlineData("64x64", "smpte170m")]
    [InlineData("64x720", "bt709")]
    public async Task Source_that_says_nothing_of_its_colours_is_what_players_take_it_for(string size, string matrix) => await Task.Run(() =>
    {
        string input = _media.Make("in.mkv", $"-f lavfi -i color=0x40a0e0:s={size}:d=0.2,format=yuv444p {Lossless}");
        string before = _media.Field(input, "stream=color_space");

        RoundTrip.Run(input, _media["out.mkv"], options => options with { Encoding = new VideoEncoding { PixelFormat = "yuv444p", Crf = 0 } });

        Assert.DoesNotContain("bt", before, StringComparison.Ordinal);
        Assert.Equal(matrix, _media.Field(_media["out.mkv"], "stream=color_space"));
        byte[] expected = Rgb(input, matrix, "tv"), actual = Rgb(_media["out.mkv"], matrix, "tv");
        Assert.InRange(expected.Zip(actual, (a, b) => Math.Abs(a - b)).Max(), 0, 2);
    });

    [Fact]
    public void Tone_mapped_sources_become_bt709()
    {
        PictureColors colors = OutputColors.For(new PictureColors { Matrix = "bt2020nc", Primaries = "bt2020", Transfer = "smpte2084" }, 2160);

        Assert.Equal(new PictureColors { Matrix = "bt709", Primaries = "bt709", Transfer = "bt709" }, colors);
    }

    /// <summary>4:2:0 mixes the colours of neighbours at the edges of patches.</summary>
    private static bool IsInside(int at) => at / 3 % 256 % 32 is > 5 and < 26 && at / 3 / 256 % 32 is > 5 and < 26;

    /// <summary>Patches of 32x32 in all kinds of colours.</summary>
    private string Patches(string matrix, string range, string pixels)
    {
        byte[] rgb = new byte[256 * 192 * 3];
        var random = new Random(3);
        byte[][] colors = [.. Enumerable.Range(0, 48).Select(i => i < 8 ? [(byte)(i % 2 * 255), (byte)(i / 2 % 2 * 255), (byte)(i / 4 * 255)] : RandomColor(random))];
        for (int i = 0; i < rgb.Length; i++) rgb[i] = colors[i / 3 / 256 / 32 * 8 + i / 3 % 256 / 32][i % 3];
        File.WriteAllBytes(_media["patches.rgb"], rgb);
        return $"-f rawvideo -pix_fmt rgb24 -s 256x192 -r 25 -i {{}}/patches.rgb -vf scale=out_color_matrix={Name(matrix)}:out_range={range}:flags=accurate_rnd,format={pixels}";
    }

    private static byte[] RandomColor(Random random)
    {
        byte[] color = new byte[3];
        random.NextBytes(color);
        return color;
    }

    private static string Tags(string matrix, string range)
    {
        string primaries = matrix == "bt2020nc" ? "bt2020" : matrix;
        string transfer = matrix switch { "bt2020nc" => "bt2020-10", "bt470bg" => "smpte170m", _ => matrix };
        return $"-colorspace {matrix} -color_range {range} -color_primaries {primaries} -color_trc {transfer}";
    }

    private static string Name(string matrix) => matrix switch { "smpte170m" or "bt470bg" => "bt601", "bt2020nc" => "bt2020", _ => matrix };

    private byte[] Rgb(string path, string matrix, string range)
    {
        _media.Make("rgb.bin", $"-i {path} -frames:v 1 -vf scale=in_color_matrix={Name(matrix)}:in_range={range}:flags=accurate_rnd+full_chroma_int -pix_fmt rgb24 -f rawvideo");
        return File.ReadAllBytes(_media["rgb.bin"]);
    }
}
