using Microsoft.Extensions.Logging;

namespace LiveStyle.Train.Training;

internal static partial class TrainerLog
{
    [LoggerMessage(1, LogLevel.Information, "Learning from {Style} on {Photos} photos: {Parameters} parameters, steps {First} to {Steps}")]
    public static partial void Started(ILogger log, string style, int photos, int parameters, int first, int steps);

    [LoggerMessage(2, LogLevel.Information, "Checkpoint at step {Step}; see {Preview}")]
    public static partial void Checkpoint(ILogger log, int step, string preview);
}
