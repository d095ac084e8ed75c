using System.Globalization;
using LiveStyle.Frames;

namespace LiveStyle.Render;

/// <summary>The command line of the ffmpeg that encodes.</summary>
internal static class VideoArguments
{
    private const int FineTicks = 90_000, MostTicks = 1_000_000;

    /// <summary>The output's time unit: the source's, or one that the rate divides evenly.</summary>
    public static int TicksPerSecond(VideoFileOptions options) =>
        options.TicksPerSecond is > 0 and <= MostTicks
            ? options.TicksPerSecond
            : (FineTicks + options.Rate.Numerator - 1) / options.Rate.Numerator * options.Rate.Numerator;

    /// <summary>Everything behind the program's name.</summary>
    /// <param name="options">What the user wants.</param>
    /// <param name="height">Of the pictures.</param>
    /// <param name="output">The file to write.</param>
    public static IEnumerable<string> For(VideoFileOptions options, int height, string output)
    {
        PictureColors colors = OutputColors.For(options.Colors, height);
        return
        [
            "-nostdin", "-v", "error", "-nostats", "-y", "-copyts", // -copyts: stamps go through as they are
            "-f", "matroska", "-probesize", "4096", "-analyzeduration", "0", "-thread_queue_size", "2", "-i", "pipe:0",
            "-map", "0:v:0", "-vf", Filters(options, colors), "-fps_mode", "passthrough",
            "-enc_time_base", string.Create(CultureInfo.InvariantCulture, $"1:{TicksPerSecond(options)}"),
            .. options.Encoding.Arguments(), "-pix_fmt", options.Encoding.PixelFormat,
            .. OutputColors.Tags(colors), .. MuxArguments.ForContainer(output, TicksPerSecond(options)), output,
        ];
    }

    /// <summary>ffmpeg's own RGB to YUV would use BT.601 and say nothing, so that players which assume BT.709 show other colours.</summary>
    private static string Filters(VideoFileOptions options, PictureColors colors) => string.Create(
        CultureInfo.InvariantCulture,
        $"{OutputColors.Scale(colors)},format={options.Encoding.PixelFormat}," +
        $"setsar={options.PixelAspect.Width}/{options.PixelAspect.Height}");
}
