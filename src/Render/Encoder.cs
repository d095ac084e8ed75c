using System.Globalization;

namespace LiveStyle.Render;

/// <summary>One of FFmpeg's encoders: what it can be told, and how.</summary>
internal sealed record Encoder
{
    /// <summary>Stands for the value in <see cref="Quality"/> and <see cref="Effort"/>.</summary>
    public const string Value = "{0}";

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

    /// <summary>True if what it writes says itself whether YUV uses all values or leaves room at both ends.</summary>
    public bool SaysRange => Standard is "h264" or "hevc" or "av1" or "vp9" or "mjpeg";

    /// <summary>Arguments before the input, for the device that it needs.</summary>
    public IReadOnlyList<string> Device { get; init; } = [];

    /// <summary>The end of the filter chain.</summary>
    public string Upload { get; init; } = "";

    /// <summary>True for one that needs a GPU or a codec chip, so that only a trial tells whether it works.</summary>
    public bool IsHardware => HardwareMarks.Any(mark => Name.EndsWith(mark, StringComparison.Ordinal));

    /// <summary>The arguments that ask for a constant quality.</summary>
    public IReadOnlyList<string> Quality { get; init; } = [];

    /// <summary>The arguments that ask for an effort.</summary>
    public IReadOnlyList<string> Effort { get; init; } = [];

    /// <summary>Arguments that it always gets.</summary>
    public IReadOnlyList<string> Fixed { get; init; } = [];

    /// <summary>The encoder of that name; one that is not known here can be told nothing but <c>--encoder-option</c>.</summary>
    public static Encoder Of(string name) =>
        Encoders.Known.FirstOrDefault(encoder => encoder.Name == name) ?? new Encoder
        {
            Name = name,
            Standard = HardwareMarks.Any(mark => name.EndsWith(mark, StringComparison.Ordinal)) ? name[..name.LastIndexOf('_')] : null,
        };

    /// <summary>What ffmpeg is told.</summary>
    /// <param name="encoding">What the user wants.</param>
    public IEnumerable<string> Arguments(VideoEncoding encoding) =>
    [
        "-c:v", Name, .. Fixed,
        .. Effort.Select(word => word == Value ? encoding.Preset ?? Preset! : word),
        .. encoding.BitRate is { } rate
            ? ["-b:v", rate]
            : Quality.Select(word => word == Value ? (encoding.Crf ?? Crf).ToString(CultureInfo.InvariantCulture) : word),
        .. encoding.Options.SelectMany(Option),
    ];

    /// <summary>For the picture only: <c>-x264-params:v</c>.</summary>
    public static string[] Option(string option)
    {
        int equals = option.IndexOf('=', StringComparison.Ordinal);
        return [$"-{option[..equals]}:v", option[(equals + 1)..]];
    }
}
