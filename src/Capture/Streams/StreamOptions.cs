using LiveStyle.Ffmpeg;

namespace LiveStyle.Capture.Streams;

/// <summary>A network stream to be read.</summary>
public sealed record StreamOptions
{
    /// <summary>
    /// Where from: rtsp, rtsps, http, https (MJPEG, HLS, anything), srt, udp, rtp, rtmp, rtmps, tcp. A sender is waited for where the URL
    /// says so: <c>srt://0.0.0.0:9000?mode=listener</c>; <c>?listen=1</c> with rtmp, rtsp, tcp and http; udp always.
    /// </summary>
    public required string Url { get; init; }

    /// <summary>How long no picture may come until the stream counts as lost. Default 5 s.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>
    /// How long the first picture may take, connecting and waiting for a key frame included. Default 10 s. Where a sender is waited for
    /// there is no limit.
    /// </summary>
    public TimeSpan OpeningTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>True for what <see cref="StreamSource"/> reads.</summary>
    public static bool IsStream(string name) => StreamUrl.TryParse(name) is not null;
}
