using System.Globalization;
using LiveStyle.Capture.Streams;
using LiveStyle.Frames;

namespace LiveStyle.Streams.Tests.Support;

/// <summary>Opens and reads sources.</summary>
internal static class Sources
{
    public static string WithPort(this string url, int port) =>
        url.Replace("{0}", port.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);

    public static FfmpegSource Open(string url, FramePool pool, double timeout = 5, CancellationToken cancellationToken = default) =>
        StreamSource.Open(
            new StreamOptions { Url = url, Timeout = TimeSpan.FromSeconds(timeout) }, pool, TimeProvider.System, cancellationToken);

    /// <summary>Tries until somebody is there, as a live run does.</summary>
    public static FfmpegSource OpenPatiently(string url, FramePool pool, double timeout = 5)
    {
        for (int attempt = 0; ; attempt++)
        {
            try
            {
                return Open(url, pool, timeout);
            }
            catch (MediaUnreadableException) when (attempt < 50)
            {
                Thread.Sleep(100);
            }
        }
    }

    public static Frame Next(this FfmpegSource source) =>
        source.Read(CancellationToken.None) is { } frame ? frame : throw new InvalidOperationException("a live stream has no end");

    /// <summary>Reads until the stream fails or the token is cancelled.</summary>
    public static void ReadOn(this FfmpegSource source, Action<Frame>? look = null, CancellationToken cancellationToken = default)
    {
        while (source.Read(cancellationToken) is { } frame)
        {
            using (frame) look?.Invoke(frame);
        }
    }

    /// <summary>How the stream fails.</summary>
    public static LiveStyleException Failure(this FfmpegSource source) => Assert.Throws<MediaUnreadableException>(() => source.ReadOn());
}
