using Microsoft.Extensions.Logging;

namespace LiveStyle.Web;

internal static partial class WebLog
{
    [LoggerMessage(1, LogLevel.Debug, "Serving on {Address}, at most {Viewers} viewers")]
    public static partial void Serving(this ILogger log, Uri address, int viewers);

    [LoggerMessage(2, LogLevel.Warning, "{Method} {Path} failed")]
    public static partial void RequestFailed(this ILogger log, Exception failure, string method, string path);
}
