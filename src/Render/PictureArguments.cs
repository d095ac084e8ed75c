using System.Globalization;

namespace LiveStyle.Render;

/// <summary>The command lines of the ffmpeg that makes an animation, or numbered pictures, of lossless parts.</summary>
internal static class PictureArguments
{
    private const string Quality = "90";
    private const double GifFramesPerSecond = 50;

    /// <summary>True for a GIF of more than 50 frames a second: browsers show those that are shorter than 20 ms for 100.</summary>
    public static bool IsTooFast(Container container, PartJoin join) =>
        container.Extension == ".gif" && join.Ticks.Length > 1
        && (join.Ticks.Length - 1) * (double)join.TicksPerSecond / (join.Ticks[^1] - join.Ticks[0]) > GifFramesPerSecond + 0.01;

    /// <summary>The first pass over all pictures: the 256 colours that suit them best.</summary>
    /// <param name="palette">The picture to write the colours to.</param>
    public static IEnumerable<string> Palette(string palette) => [.. Input(), "-map", "0:v:0", "-vf", "palettegen=stats_mode=full", palette];

    /// <summary>Everything behind the program's name.</summary>
    /// <param name="options">What the user wants.</param>
    /// <param name="join">The pictures.</param>
    /// <param name="palette">For a GIF: its colours.</param>
    /// <param name="output">The file, or the pattern of names, to write.</param>
    public static IEnumerable<string> For(VideoMuxOptions options, PartJoin join, string? palette, string output)
    {
        Container container = Container.Of(options.Path);
        return
        [
            .. Input(), .. palette is null ? (string[])["-map", "0:v:0"] : ["-i", palette, "-filter_complex", Gif(IsTooFast(container, join))],
            "-fps_mode", "passthrough", "-enc_time_base", TimeBase(container, join), .. container.IsSequence ? Sequence(container.Extension) : Animation(container.Extension, options.Encoding.Loops),
            .. options.Encoding.Options.SelectMany(Encoder.Option), output,
        ];
    }

    private static string[] Input() =>
        ["-nostdin", "-v", "error", "-nostats", "-y", "-copyts", "-f", "concat", "-safe", "0", "-protocol_whitelist", "file,pipe", "-i", "pipe:0"];

    /// <summary>GIF has hundredths of a second, WebP thousandths, and APNG fractions of 16 bits.</summary>
    private static string TimeBase(Container container, PartJoin join)
    {
        int ticks = container.IsSequence ? join.TicksPerSecond : container.Extension == ".gif" ? 100 : 1000;
        return string.Create(CultureInfo.InvariantCulture, $"1:{ticks}");
    }

    private static string Gif(bool tooFast) => $"[0:v:0]{(tooFast ? "fps=50" : "null")}[film];[film][1:v]paletteuse=dither=sierra2_4a";

    /// <summary>Loops: GIF counts repetitions, and -1 means none; the others count how often it is played. 0 is for ever with all.</summary>
    private static string[] Animation(string extension, int loops)
    {
        string plays = loops.ToString(CultureInfo.InvariantCulture);
        return extension switch
        {
            ".gif" => ["-f", "gif", "-loop", loops == 0 ? "0" : loops == 1 ? "-1" : (loops - 1).ToString(CultureInfo.InvariantCulture)],
            ".webp" => ["-f", "webp", "-c:v", "libwebp_anim", "-quality", Quality, "-loop", plays],
            _ => ["-f", "apng", "-pix_fmt", "rgb24", "-plays", plays],
        };
    }

    private static string[] Sequence(string extension) =>
    [
        "-f", "image2", "-start_number", "1",
        .. extension switch
        {
            ".jpg" or ".jpeg" => (string[])["-c:v", "mjpeg", "-pix_fmt", "yuvj444p", "-q:v", "2"],
            ".webp" => ["-c:v", "libwebp", "-quality", Quality],
            ".bmp" => ["-pix_fmt", "bgr24"],
            _ => ["-pix_fmt", "rgb24"],
        },
    ];
}
