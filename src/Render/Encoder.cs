using System.Globalization;

namespace LiveStyle.Render;

/// <summary>One of FFmpeg's encoders: what it can be told, and how.</summary>
internal sealed record Encoder
{
    private const string Number = "{0}";

    private static readonly string[] X26xPresets =
        ["ultrafast", "superfast", "veryfast", "faster", "fast", "medium", "slow", "slower", "veryslow"];

    private static readonly Encoder X264 = new()
    {
        Name = "libx264", Standard = "h264", MostCrf = 51, Crf = 18, Quality = ["-crf", Number],
        Presets = X26xPresets, Preset = "veryfast", Effort = ["-preset", Number],
    };

    private static readonly Encoder Aom = new()
    {
        Name = "libaom-av1", Standard = "av1", MostCrf = 63, Crf = 24, Quality = ["-crf", Number, "-b:v", "0"], // without it a low rate is the cap
        Presets = Numbers(0, 8), Preset = "6", Effort = ["-cpu-used", Number, "-row-mt", "1"],
    };

    private static readonly Encoder Nvenc = new()
    {
        Name = "h264_nvenc", Standard = "h264", MostCrf = 51, Crf = 19, Quality = ["-rc", "vbr", "-cq", Number, "-b:v", "0"],
        Presets = [.. Numbers(1, 7).Select(number => "p" + number)], Preset = "p4", Effort = ["-preset", Number],
    };

    private static readonly Encoder Vaapi = new()
    {
        Name = "h264_vaapi", Standard = "h264", MostCrf = 51, Crf = 20, Quality = ["-rc_mode", "CQP", "-qp", Number], PixelFormat = "nv12",
        Device = ["-vaapi_device", "/dev/dri/renderD128"], Upload = ",hwupload",
    };

    private static readonly Encoder[] Known =
    [
        X264,
        X264 with { Name = "libx265", Standard = "hevc", Crf = 20 },
        Aom with { Name = "libsvtav1", Quality = ["-crf", Number], Presets = Numbers(0, 13), Preset = "10", Effort = ["-preset", Number] },
        Aom,
        Aom with { Name = "libvpx-vp9", Standard = "vp9", Preset = "5", Effort = ["-deadline", "good", "-cpu-used", Number, "-row-mt", "1"] },
        new Encoder
        {
            Name = "prores_ks", Standard = "prores", PixelFormat = "yuv422p10le",
            Presets = ["proxy", "lt", "standard", "hq", "4444", "4444xq"], Preset = "hq", Effort = ["-profile:v", Number],
        },
        new Encoder { Name = "ffv1", Standard = "ffv1", PixelFormat = "bgr0", Fixed = ["-level", "3", "-g", "1", "-slices", "4"], IsLossless = true },
        Nvenc,
        Nvenc with { Name = "hevc_nvenc", Standard = "hevc" },
        Nvenc with { Name = "av1_nvenc", Standard = "av1" },
        Vaapi,
        Vaapi with { Name = "hevc_vaapi", Standard = "hevc" },
        Vaapi with { Name = "vp9_vaapi", Standard = "vp9", MostCrf = 255, Crf = 60 },
        new Encoder { Name = "h264_qsv", Standard = "h264", MostCrf = 51, Crf = 20, Quality = ["-global_quality", Number], PixelFormat = "nv12" },
        new Encoder { Name = "hevc_qsv", Standard = "hevc", MostCrf = 51, Crf = 20, Quality = ["-global_quality", Number], PixelFormat = "nv12" },
        new Encoder { Name = "mpeg4", Standard = "mpeg4" },
        new Encoder { Name = "libxvid", Standard = "mpeg4" },
        new Encoder { Name = "mpeg2video", Standard = "mpeg2video" },
        new Encoder { Name = "libvpx", Standard = "vp8" },
        new Encoder { Name = "mjpeg", Standard = "mjpeg", PixelFormat = "yuvj420p" },
        new Encoder { Name = "libx264rgb", Standard = "h264", PixelFormat = "bgr24" },
        new Encoder { Name = "librav1e", Standard = "av1" },
        new Encoder { Name = "prores", Standard = "prores", PixelFormat = "yuv422p10le" },
        new Encoder { Name = "prores_aw", Standard = "prores", PixelFormat = "yuv422p10le" },
    ];

    private static readonly string[] HardwareMarks = ["_nvenc", "_vaapi", "_qsv", "_v4l2m2m", "_omx", "_amf", "_videotoolbox"];

    /// <summary>FFmpeg's name.</summary>
    public required string Name { get; init; }

    /// <summary>FFmpeg's name of what it writes: <c>h264</c>; <see langword="null"/> for an encoder that is not known here.</summary>
    public string? Standard { get; init; }

    /// <summary>The worst quality; <see langword="null"/>: it knows no constant quality, or none is known of it.</summary>
    public int? MostCrf { get; init; }

    /// <summary>Constant quality if nobody asks for another: looks like the original.</summary>
    public int Crf { get; init; }

    /// <summary>The efforts that it knows, by its own names; empty: none is known of it.</summary>
    public IReadOnlyList<string> Presets { get; init; } = [];

    /// <summary>Effort if nobody asks for another: near real time on two cores for those that can.</summary>
    public string? Preset { get; init; }

    /// <summary>FFmpeg's name of the pixels it gets if nobody asks for others.</summary>
    public string PixelFormat { get; init; } = "yuv420p";

    /// <summary>True: quality can't be chosen, since nothing is lost.</summary>
    public bool IsLossless { get; init; }

    /// <summary>Arguments before the input, for the device that it needs.</summary>
    public IReadOnlyList<string> Device { get; init; } = [];

    /// <summary>The end of the filter chain.</summary>
    public string Upload { get; init; } = "";

    /// <summary>True for one that needs a GPU or a codec chip, so that only a trial tells whether it works.</summary>
    public bool IsHardware => HardwareMarks.Any(mark => Name.EndsWith(mark, StringComparison.Ordinal));

    private IReadOnlyList<string> Quality { get; init; } = [];

    private IReadOnlyList<string> Effort { get; init; } = [];

    private IReadOnlyList<string> Fixed { get; init; } = [];

    /// <summary>The encoder of that name; one that is not known here can be told nothing but <c>--encoder-option</c>.</summary>
    public static Encoder Of(string name) =>
        Array.Find(Known, encoder => encoder.Name == name) ?? new Encoder
        {
            Name = name,
            Standard = HardwareMarks.Any(mark => name.EndsWith(mark, StringComparison.Ordinal)) ? name[..name.LastIndexOf('_')] : null,
        };

    /// <summary>What ffmpeg is told.</summary>
    /// <param name="encoding">What the user wants.</param>
    public IEnumerable<string> Arguments(VideoEncoding encoding) =>
    [
        "-c:v", Name, .. Fixed,
        .. Effort.Select(word => word == Number ? encoding.Preset ?? Preset! : word),
        .. encoding.BitRate is { } rate
            ? ["-b:v", rate]
            : Quality.Select(word => word == Number ? (encoding.Crf ?? Crf).ToString(CultureInfo.InvariantCulture) : word),
        .. encoding.Options.SelectMany(Option),
    ];

    /// <summary>For the picture only: <c>-x264-params:v</c>.</summary>
    public static string[] Option(string option)
    {
        int equals = option.IndexOf('=', StringComparison.Ordinal);
        return [$"-{option[..equals]}:v", option[(equals + 1)..]];
    }

    private static string[] Numbers(int from, int to) =>
        [.. Enumerable.Range(from, to - from + 1).Select(number => number.ToString(CultureInfo.InvariantCulture))];
}
