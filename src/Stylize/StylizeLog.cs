using Microsoft.Extensions.Logging;

namespace LiveStyle.Stylize;

/// <summary>All that this project logs.</summary>
internal static partial class StylizeLog
{
    [LoggerMessage(1, LogLevel.Warning, "{Device} can't be used: {Reason}. The CPU is used instead.")]
    public static partial void DeviceFellBack(this ILogger log, string device, string reason);

    [LoggerMessage(2, LogLevel.Debug, "{Device} skipped: {Reason}")]
    public static partial void DeviceSkipped(this ILogger log, string device, string reason);

    [LoggerMessage(3, LogLevel.Debug, "Style {Style} on {Device}, network at {Width}x{Height} with its border")]
    public static partial void NetworkSized(this ILogger log, string style, string device, int width, int height);

    [LoggerMessage(4, LogLevel.Warning, "Style {Style} has no network of the tier {Wanted} here; {Used} is used instead.")]
    public static partial void TierMissing(this ILogger log, string style, string wanted, string used);
}
