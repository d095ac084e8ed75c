namespace LiveStyle.Train.Distillation;

/// <summary>How a loss network was made and how far it can be trusted: <c>card.json</c>.</summary>
/// <param name="Recipe">Everything that decides the result, without the folders of the machine.</param>
/// <param name="RankAgreement">Rank correlation of its style losses with the teacher's (<see cref="Distillation.RankAgreement"/>).</param>
/// <param name="Last">Mean losses over the last steps.</param>
/// <param name="Teacher">Whose work the teacher is, and its licence.</param>
public sealed record LossNetworkCard(DistillationOptions Recipe, double RankAgreement, DistillationLosses Last, string Teacher);
