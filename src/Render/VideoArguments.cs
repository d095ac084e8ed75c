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
    /// <param name="encoding">The same, with all decided.</param>
    /// <param name="height">Of the pictures.</param>
    /// <param name="output">The file to write.</param>
    public static IEnumerable<string> For(VideoFileOptions options, VideoEncoding encoding, int height, string output)
    {
        PictureColors colors = OutputColors.For(options.Colors, height);
        Encoder encoder = Encoder.Of(encoding.Codec!);
        return
        [
            "-nostdin", "-v", "error", "-nostats", "-y", "-copyts", // -copyts: stamps go through as they are
            .. encoder.Device,
            "-f", "matroska", "-probesize", "4096", "-analyzeduration", "0", "-thread_queue_size", "2", "-i", "pipe:0",
            "-map", "0:v:0", "-vf", Filters(options, encoding, colors) + encoder.Upload, "-fps_mode", "passthrough",
            "-enc_time_base", string.Create(CultureInfo.InvariantCulture, $"1:{TicksPerSecond(options)}"),
            .. encoder.Arguments(encoding), .. OutputColors.Tags(colors, encoding.PixelFormat!), .. MuxArguments.ForContainer(output, TicksPerSecond(options)), output,
        ];
    }

    private static string Filters(VideoFileOptions options, VideoEncoding encoding, PictureColors colors) => string.Create(
        CultureInfo.InvariantCulture,
        $"{EncoderPixels.Filters(encoding.PixelFormat!, colors)},setsar={options.PixelAspect.Width}/{options.PixelAspect.Height}");
}
