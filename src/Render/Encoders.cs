using System.Globalization;

namespace LiveStyle.Render;

/// <summary>The encoders of FFmpeg whose options are known here.</summary>
internal static class Encoders
{
    private static readonly string[] X26xPresets =
        ["ultrafast", "superfast", "veryfast", "faster", "fast", "medium", "slow", "slower", "veryslow"];

    private static readonly Encoder X264 = new()
    {
        Name = "libx264",
        Standard = "h264",
        MostCrf = 51,
        Crf = 18,
        Quality = ["-crf", Encoder.Value],
        Presets = X26xPresets,
        Preset = "veryfast",
        Effort = ["-preset", Encoder.Value],
    };

    private static readonly Encoder Aom = new()
    {
        Name = "libaom-av1",
        Standard = "av1",
        MostCrf = 63,
        Crf = 24,
        Quality = ["-crf", Encoder.Value, "-b:v", "0"], // without it a low rate is the cap
        Presets = Numbers(0, 8),
        Preset = "6",
        Effort = ["-cpu-used", Encoder.Value, "-row-mt", "1"],
    };

    private static readonly Encoder Nvenc = new()
    {
        Name = "h264_nvenc",
        Standard = "h264",
        MostCrf = 51,
        Crf = 19,
        Quality = ["-rc", "vbr", "-cq", Encoder.Value, "-b:v", "0"],
        Presets = [.. Numbers(1, 7).Select(number => "p" + number)],
        Preset = "p4",
        Effort = ["-preset", Encoder.Value],
    };

    private static readonly Encoder Vaapi = new()
    {
        Name = "h264_vaapi",
        Standard = "h264",
        MostCrf = 51,
        Crf = 20,
        Quality = ["-rc_mode", "CQP", "-qp", Encoder.Value],
        PixelFormat = "nv12",
        Device = ["-vaapi_device", "/dev/dri/renderD128"],
        Upload = ",hwupload",
    };

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Encoder> Known { get; } =
    [
        X264,
        X264 with { Name = "libx265", Standard = "hevc", Crf = 20 },
        Aom with { Name = "libsvtav1", Quality = ["-crf", Encoder.Value], Presets = Numbers(0, 13), Preset = "10", Effort = ["-preset", Encoder.Value] },
        Aom,
        Aom with { Name = "libvpx-vp9", Standard = "vp9", Preset = "5", Effort = ["-deadline", "good", "-cpu-used", Encoder.Value, "-row-mt", "1"] },
        new Encoder
        {
            Name = "prores_ks",
            Standard = "prores",
            PixelFormat = "yuv422p10le",
            Presets = ["proxy", "lt", "standard", "hq", "4444", "4444xq"],
            Preset = "hq",
            Effort = ["-profile:v", Encoder.Value],
        },
        new Encoder { Name = "ffv1", Standard = "ffv1", PixelFormat = "bgr0", Fixed = ["-level", "3", "-g", "1", "-slices", "4"], IsLossless = true },
        Nvenc,
        Nvenc with { Name = "hevc_nvenc", Standard = "hevc" },
        Nvenc with { Name = "av1_nvenc", Standard = "av1" },
        Vaapi,
        Vaapi with { Name = "hevc_vaapi", Standard = "hevc" },
        Vaapi with { Name = "vp9_vaapi", Standard = "vp9", MostCrf = 255, Crf = 60 },
        new Encoder { Name = "h264_qsv", Standard = "h264", MostCrf = 51, Crf = 20, Quality = ["-global_quality", Encoder.Value], PixelFormat = "nv12" },
        new Encoder { Name = "hevc_qsv", Standard = "hevc", MostCrf = 51, Crf = 20, Quality = ["-global_quality", Encoder.Value], PixelFormat = "nv12" },
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

    private static string[] Numbers(int from, int to) =>
        [.. Enumerable.Range(from, to - from + 1).Select(number => number.ToString(CultureInfo.InvariantCulture))];
}
