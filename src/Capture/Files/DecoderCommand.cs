using System.Globalization;

namespace LiveStyle.Capture.Files;

/// <summary>The ffmpeg command that writes a file's pictures to its stdout.</summary>
/// <param name="media">The file.</param>
/// <param name="filters">What is done to its pictures.</param>
/// <param name="firstPicture">Where reading begins in a list of pictures.</param>
internal sealed class DecoderCommand(MediaInfo media, FilterChain filters, int firstPicture)
{
    private const int MostThreads = 8;
    private const long BytesForThreads = 160_000_000; // each thread of a decoder holds pictures of its own

    /// <summary>Everything behind the program's name.</summary>
    /// <param name="from">Where to begin, on the file's own time line, if the container has a key frame before; <see langword="null"/>: at the beginning.</param>
    /// <remarks>
    /// Stamps stay the file's (copyts), frames are neither invented nor dropped (passthrough), and a damaged file is read to its end
    /// (max_error_rate). One thread for the "encoder" of raw video: with more it holds a picture back until the next.
    /// </remarks>
    public IEnumerable<string> Arguments(TimeSpan? from) =>
    [
        "-nostdin", "-hide_banner", "-nostats", "-loglevel", DecoderMessages.LogLevel, "-max_error_rate", "1", "-copyts",
        "-threads", Threads().ToString(CultureInfo.InvariantCulture), .. Decoder(), .. Seek(from), "-noautorotate",
        .. Input(), "-map", $"0:{media.Video.Index}", "-vf", filters.Build(from is not null, media.Pictures?.Stamps[firstPicture] ?? 0),
        "-fps_mode", "passthrough", "-enc_time_base", filters.TimeBase.ToString(), "-map_metadata", "-1", "-map_chapters", "-1",
        "-c:v", "rawvideo", "-threads", "1", "-f", "nut", "-write_index", "0", "-flush_packets", "1", "pipe:1",
    ];

    /// <summary>A list of pictures comes on stdin.</summary>
    private IEnumerable<string> Input() => media.Pictures is null
        ? ["-i", Path.GetFullPath(media.Path)]
        : ["-f", "concat", "-safe", "0", "-protocol_whitelist", "file,pipe,subfile", "-i", "pipe:0"];

    /// <summary>FFmpeg's own decoders of VP8 and VP9 leave the transparency out.</summary>
    private IEnumerable<string> Decoder() => (media.Video.HasAlpha, media.Video.Codec) switch
    {
        (true, "vp8") => ["-c:v", "libvpx"],
        (true, "vp9") => ["-c:v", "libvpx-vp9"],
        _ => [],
    };

    private static IEnumerable<string> Seek(TimeSpan? from) => from is { } time
        ? ["-seek_timestamp", "1", "-noaccurate_seek", "-ss", time.TotalSeconds.ToString("0.000000", CultureInfo.InvariantCulture)]
        : [];

    private long Threads()
    {
        long picture = (long)media.Video.Stored.Width * media.Video.Stored.Height * (media.Video.BitDepth > 8 ? 4 : 2);
        return Math.Max(1, Math.Min(Math.Min(Environment.ProcessorCount, MostThreads), BytesForThreads / picture));
    }
}
