using Microsoft.Extensions.Logging;

namespace LiveStyle.Pipeline;

internal static partial class PipelineLog
{
    [LoggerMessage(1, LogLevel.Debug, "{Mode} pipeline: {Source} through {Transforms} transforms, queues of {QueueLength}")]
    public static partial void Started(this ILogger log, PipelineMode mode, string source, int transforms, int queueLength);

    [LoggerMessage(2, LogLevel.Debug, "The pipeline ended after {Captured} captured and {Emitted} emitted frames")]
    public static partial void Ended(this ILogger log, long captured, long emitted);

    [LoggerMessage(3, LogLevel.Debug, "{Stage} failed; the other stages are ended")]
    public static partial void StageFailed(this ILogger log, Exception failure, string stage);

    [LoggerMessage(4, LogLevel.Warning, "{Output} is gone: {Reason}")]
    public static partial void OutputLost(this ILogger log, string output, string reason);

    [LoggerMessage(5, LogLevel.Information, "{Output} is back")]
    public static partial void OutputBack(this ILogger log, string output);

    [LoggerMessage(6, LogLevel.Warning, "{Source} is gone: {Reason}")]
    public static partial void SourceLost(this ILogger log, string source, string reason);

    [LoggerMessage(8, LogLevel.Information, "{Source} is closed until somebody looks")]
    public static partial void SourceReleased(this ILogger log, string source);

    [LoggerMessage(7, LogLevel.Information, "{Source} is back")]
    public static partial void SourceBack(this ILogger log, string source);
}
