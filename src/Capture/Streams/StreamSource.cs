using LiveStyle.Ffmpeg;
using LiveStyle.Frames;

namespace LiveStyle.Capture.Streams;

/// <summary>Opens network streams.</summary>
public static class StreamSource
{
    /// <summary>Connects, or waits for a sender, and waits for the first picture.</summary>
    /// <param name="options">Where from.</param>
    /// <param name="pool">Where frames are rented; borrowed.</param>
    /// <param name="clock">The clock of the whole pipeline.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <returns>A source that the caller owns.</returns>
    /// <exception cref="UsageException">It is no URL of a stream.</exception>
    /// <exception cref="MediaUnreadableException">Nobody is there, there is no picture in it, or none came in time.</exception>
    /// <exception cref="BackendUnavailableException">ffmpeg is not installed.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static FfmpegSource Open(StreamOptions options, FramePool pool, TimeProvider clock, CancellationToken cancellationToken)
    {
        StreamUrl url = StreamUrl.TryParse(options.Url) ?? throw new UsageException(
            $"'{options.Url}' is no network stream: it must begin with rtsp://, http://, https://, srt://, udp://, rtmp:// or tcp://.");
        TimeSpan opening = url.Listens ? Timeout.InfiniteTimeSpan : options.OpeningTimeout;
        var input = new FfmpegInput(url.Name, StreamInput.Arguments(url), opening, options.Timeout) { Stream = url };
        return new FfmpegSource(input, pool, clock, cancellationToken);
    }
}
