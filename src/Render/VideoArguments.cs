using System.Globalization;

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
    /// <param name="sound">What becomes of the sound; <see langword="null"/> without <see cref="VideoFileOptions.KeepFrom"/>.</param>
    /// <param name="output">The file to write.</param>
    public static IEnumerable<string> For(VideoFileOptions options, SoundPlan? sound, string output)
    {
        // -copyts: stamps go through as they are; without it each input would be moved to start at 0, and the picture away from the sound.
        List<string> all = ["-nostdin", "-v", "error", "-nostats", "-y", "-copyts"];
        all.AddRange(["-f", "matroska", "-probesize", "4096", "-analyzeduration", "0", "-thread_queue_size", "2", "-i", "pipe:0"]);
        if (options.KeepFrom is { } source)
        {
            all.AddRange(["-itsoffset", Seconds(-source.StartTime), "-i", Path.GetFullPath(source.Path)]);
            all.AddRange(["-map_metadata", "1", "-map_chapters", "1"]);
        }

        all.AddRange(["-map", "0:v:0"]);
        if (sound is not null) all.AddRange(sound.Arguments());
        all.AddRange(["-vf", Filters(options), "-fps_mode", "passthrough"]);
        all.AddRange(["-enc_time_base", string.Create(CultureInfo.InvariantCulture, $"1:{TicksPerSecond(options)}")]);
        all.AddRange(options.Encoding.Arguments());
        all.AddRange(["-pix_fmt", options.Encoding.PixelFormat]);
        all.AddRange(["-colorspace", "bt709", "-color_primaries", "bt709", "-color_trc", "bt709", "-color_range", "tv"]);
        return [.. all, .. ForContainer(output, TicksPerSecond(options)), output];
    }

    /// <summary>The command line that copies <paramref name="input"/> up to <paramref name="end"/>.</summary>
    /// <param name="options">What the user wanted.</param>
    /// <param name="input">A finished file.</param>
    /// <param name="end">On the presentation time line.</param>
    /// <param name="output">The file to write.</param>
    public static IEnumerable<string> Cut(VideoFileOptions options, string input, TimeSpan end, string output) =>
    [
        "-nostdin", "-v", "error", "-y", "-copyts", "-i", input, "-map", "0", "-c", "copy", "-t", Seconds(end),
        .. ForContainer(output, TicksPerSecond(options)), output,
    ];

    /// <summary>
    /// MP4: the index in front, so that a browser can play while it loads; and a time unit for the start of each stream that is as fine
    /// as the frames', because the usual milliseconds would move a picture that starts late.
    /// </summary>
    private static string[] ForContainer(string output, int ticksPerSecond) =>
        Path.GetExtension(output).ToLowerInvariant() is ".mp4" or ".m4v" or ".mov"
            ? ["-movflags", "+faststart", "-movie_timescale", ticksPerSecond.ToString(CultureInfo.InvariantCulture)]
            : [];

    /// <summary>ffmpeg's own RGB to YUV would use BT.601 and say nothing, so that players which assume BT.709 show other colours.</summary>
    private static string Filters(VideoFileOptions options) => string.Create(
        CultureInfo.InvariantCulture,
        $"scale=out_color_matrix=bt709:out_range=tv,format={options.Encoding.PixelFormat}," +
        $"setsar={options.PixelAspect.Width}/{options.PixelAspect.Height}");

    private static string Seconds(TimeSpan time) =>
        (time.Ticks / (decimal)TimeSpan.TicksPerSecond).ToString("0.000000", CultureInfo.InvariantCulture);
}
