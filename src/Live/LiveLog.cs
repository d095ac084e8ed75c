using Microsoft.Extensions.Logging;

namespace LiveStyle.Live;

internal static partial class LiveLog
{
    [LoggerMessage(1, LogLevel.Warning, "The style stays as it is: {Reason}")]
    public static partial void StyleRefused(this ILogger log, string reason);

    [LoggerMessage(2, LogLevel.Debug, "Painting with {Style}, {Tier}, {Size}")]
    public static partial void Painting(this ILogger log, string style, string tier, string size);

    [LoggerMessage(3, LogLevel.Warning, "The recording failed: {Reason}")]
    public static partial void RecordingFailed(this ILogger log, string reason);
}
