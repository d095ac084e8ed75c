using System.Globalization;
using LiveStyle.Ffmpeg;
using LiveStyle.Frames;

namespace LiveStyle.Render.Streams;

/// <summary>The command line of the ffmpeg that sends a stream.</summary>
internal static class StreamArguments
{
    /// <summary>What viewers decode without asking.</summary>
    public const string PixelFormat = "yuv420p";

    private const string UdpPacket = "1316"; // seven MPEG-TS packets, which fit into one Ethernet frame

    /// <summary>Everything behind the program's name.</summary>
    public static IEnumerable<string> For(StreamSinkOptions options, StreamUrl url, FrameFormat format) =>
    [
        "-nostdin", "-v", "error", "-nostats",
        "-f", "matroska", "-probesize", "4096", "-analyzeduration", "0", "-thread_queue_size", "1", "-i", "pipe:0",
        "-map", "0:v:0", "-vf", EncoderPixels.Filters(PixelFormat, PictureColors.HighDefinition), "-fps_mode", "passthrough",
        .. Encoder(options, format),
        .. OutputColors.Tags(PictureColors.HighDefinition, PixelFormat),
        "-flush_packets", "1", .. Muxer(url), Target(url),
    ];

    private static IEnumerable<string> Encoder(StreamSinkOptions options, FrameFormat format)
    {
        double bits = options.BitRate ?? 0.25 * format.Width * format.Height * options.Rate.PerSecond;
        string rate = Whole(bits), interval = Whole(Math.Max(1, options.Rate.PerSecond * options.KeyframeSeconds));
        yield return "-c:v";
        yield return options.Codec;
        // The buffer of half a second bounds how long a large picture may take on the line.
        foreach (string argument in (string[])["-b:v", rate, "-maxrate", rate, "-bufsize", Whole(bits / 2), "-g", interval, "-bf", "0"])
            yield return argument;
        if (options.Codec is not ("libx264" or "libx265")) yield break;
        foreach (string argument in (string[])["-preset", "ultrafast", "-tune", "zerolatency"]) yield return argument;
    }

    /// <summary>MPEG-TS: no delay, its tables often, and each picture's length, so that the receiver need not wait for the next.</summary>
    private static string[] Muxer(StreamUrl url) => url.Scheme switch
    {
        "rtmp" or "rtmps" => ["-f", "flv", "-flvflags", "no_duration_filesize", .. url.Listens ? (string[])["-listen", "1"] : []],
        "rtsp" or "rtsps" => ["-f", "rtsp", "-rtsp_transport", "tcp"],
        _ => ["-f", "mpegts", "-muxdelay", "0", "-muxpreload", "0", "-pat_period", "0.5", "-omit_video_pes_length", "0"],
    };

    private static string Target(StreamUrl url) =>
        url.Scheme is not ("udp" or "srt") || url.Url.Contains("pkt_size=", StringComparison.Ordinal) ? url.Url
        : url.Url + (url.Url.Contains('?', StringComparison.Ordinal) ? '&' : '?') + "pkt_size=" + UdpPacket;

    private static string Whole(double number) => Math.Round(number).ToString(CultureInfo.InvariantCulture);
}
