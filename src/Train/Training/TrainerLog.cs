using Microsoft.Extensions.Logging;

namespace LiveStyle.Train.Training;

internal static partial class TrainerLog
{
    [LoggerMessage(1, LogLevel.Information, "Stage {Stage}: learning from {Style} on {Photos} photos, {Parameters} parameters, {Steps} steps")]
    public static partial void Started(ILogger log, string stage, string style, int photos, int parameters, int steps);
}
