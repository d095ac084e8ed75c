namespace LiveStyle.Train.Training;

/// <summary>Where a training stands.</summary>
/// <param name="Stage">What learns: the guide, or a tier.</param>
/// <param name="Step">Steps done, over all stages.</param>
/// <param name="Steps">Steps of all stages.</param>
/// <param name="Losses">Of the last step.</param>
/// <param name="Elapsed">Time since this run began.</param>
/// <param name="Remaining">Expected, from the speed of this stage.</param>
public sealed record TrainingProgress(string Stage, int Step, int Steps, StepLosses Losses, TimeSpan Elapsed, TimeSpan Remaining);
