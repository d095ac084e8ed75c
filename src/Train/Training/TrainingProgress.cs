namespace LiveStyle.Train.Training;

/// <summary>Where a training stands.</summary>
/// <param name="Step">Steps done.</param>
/// <param name="Steps">Steps in all.</param>
/// <param name="Losses">Of the last step.</param>
/// <param name="Elapsed">Time since this run began.</param>
/// <param name="Remaining">Expected, from the speed of this run.</param>
public sealed record TrainingProgress(int Step, int Steps, StepLosses Losses, TimeSpan Elapsed, TimeSpan Remaining);
