using LiveStyle.Stylize;

namespace LiveStyle.Train.Training;

/// <summary>How a style was made and how good it is: <c>card.json</c>.</summary>
/// <param name="Recipe">Everything that decides the result, seed included.</param>
/// <param name="HeldOut">Losses of each tier on photos that training never saw.</param>
internal sealed record StyleCard(TrainingOptions Recipe, IReadOnlyDictionary<NetworkTier, HeldOutLosses> HeldOut);
