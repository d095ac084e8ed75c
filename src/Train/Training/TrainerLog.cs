using LiveStyle.Train.Networks;
using Microsoft.Extensions.Logging;

namespace LiveStyle.Train.Training;

internal static partial class TrainerLog
{
    [LoggerMessage(1, LogLevel.Information, "Stage {Stage}: learning from {Style} on {Photos} photos, {Parameters} parameters, {Steps} steps")]
    public static partial void Started(ILogger log, string stage, string style, int photos, int parameters, int steps);

    [LoggerMessage(2, LogLevel.Information, "{File}: {Psnr:0.0} dB from float32")]
    public static partial void Quantized(ILogger log, string file, double psnr);

    [LoggerMessage(3, LogLevel.Information, "Stage {Stage} starts from nothing: {Folder} has no network {Size}")]
    public static partial void FromNothing(ILogger log, string stage, string folder, NetworkSize size);
}
