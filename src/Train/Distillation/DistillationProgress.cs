namespace LiveStyle.Train.Distillation;

/// <summary>Where the training of a loss network stands.</summary>
/// <param name="Step">Steps done.</param>
/// <param name="Steps">Steps in all.</param>
/// <param name="Losses">Of the step just done.</param>
/// <param name="Elapsed">Since this run began.</param>
/// <param name="Remaining">Estimated from the steps of this run.</param>
public sealed record DistillationProgress(int Step, int Steps, DistillationLosses Losses, TimeSpan Elapsed, TimeSpan Remaining);
