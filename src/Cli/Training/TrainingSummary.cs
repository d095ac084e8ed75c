using LiveStyle.Stylize;
using LiveStyle.Train.Training;

namespace LiveStyle.Cli.Training;

/// <summary>What <c>train --json</c> prints.</summary>
/// <param name="Output">Folder of the finished style pack.</param>
/// <param name="HeldOut">Losses of each tier on photos that training never saw.</param>
internal sealed record TrainingSummary(string Output, IReadOnlyDictionary<NetworkTier, HeldOutLosses> HeldOut);
