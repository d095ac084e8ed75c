using LiveStyle.Ffmpeg;
using LiveStyle.Frames;

namespace LiveStyle.Render.Streams;

/// <summary>A network stream to be sent.</summary>
public sealed record StreamSinkOptions
{
    private static readonly string[] Schemes = ["rtmp", "rtmps", "srt", "udp", "rtsp", "rtsps", "tcp"];

    /// <summary>
    /// Where to: <c>rtmp://</c>, <c>srt://</c>, <c>udp://</c>, <c>rtsp://</c> (announced to a server) or <c>tcp://</c>. A receiver is
    /// waited for with <c>srt://0.0.0.0:9000?mode=listener</c> and <c>?listen=1</c> of tcp and rtmp.
    /// </summary>
    public required string Url { get; init; }

    /// <summary>Nominal rate: for the encoder's budget and the distance of key frames. Default 30.</summary>
    public FrameRate Rate { get; init; } = new(30, 1);

    /// <summary>Bits a second. Default <see langword="null"/>: a quarter of a bit a pixel, 2.3 Mbit/s at 640x480 and 30.</summary>
    public int? BitRate { get; init; }

    /// <summary>Seconds from key frame to key frame, which is the longest that a new viewer waits. Default 1.</summary>
    public double KeyframeSeconds { get; init; } = 1;

    /// <summary>FFmpeg's name of the encoder. Default <c>libx264</c>, which every receiver can decode.</summary>
    public string Codec { get; init; } = "libx264";

    /// <summary>How long the receiver may take nothing until it counts as lost. Default 5 s; where one is waited for, no limit.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>True for what <see cref="StreamSink"/> writes.</summary>
    public static bool IsStream(string name) => StreamUrl.TryParse(name) is { } url && Schemes.Contains(url.Scheme);

    /// <summary>Every problem at once, each naming the option as the user typed it.</summary>
    public IEnumerable<string> Problems()
    {
        if (!IsStream(Url)) yield return $"'{Url}' is no stream that can be sent: it must begin with {string.Join("://, ", Schemes)}://.";
        if (BitRate is < 50_000 or > 200_000_000)
            yield return $"the bit rate must be between 50000 and 200000000 bits a second, not {BitRate}.";
        if (!(KeyframeSeconds >= 0.1 && KeyframeSeconds <= 10))
            yield return $"the distance of key frames must be between 0.1 and 10 s, not {KeyframeSeconds}.";
    }
}
