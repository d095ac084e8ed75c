using Microsoft.Extensions.Logging;

namespace LiveStyle.Live;

internal static partial class LiveLog
{
    [LoggerMessage(1, LogLevel.Warning, "The style stays as it is: {Reason}")]
    public static partial void StyleRefused(this ILogger log, string reason);

    [LoggerMessage(2, LogLevel.Debug, "{Source} in {Style}, {Tier}, {Size}: {FramesPerSecond} frames/s in the first second")]
    public static partial void Started(this ILogger log, string source, string style, string tier, string size, double framesPerSecond);
}
