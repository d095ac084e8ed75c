using LiveStyle.Train.Training;

namespace LiveStyle.Cli.Training;

/// <summary>What <c>train --json</c> prints.</summary>
/// <param name="Output">Folder of the finished style pack.</param>
/// <param name="HeldOut">Losses on photos that training never saw.</param>
internal sealed record TrainingSummary(string Output, HeldOutLosses HeldOut);
