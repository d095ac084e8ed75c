namespace LiveStyle.Train.Reports;

/// <summary>The losses of one step.</summary>
/// <param name="Step">From 1.</param>
/// <param name="Seconds">Time since the work began, without the pauses before a resume.</param>
/// <param name="Losses">By name; the names may change on the way.</param>
public sealed record LossRecord(int Step, double Seconds, IReadOnlyDictionary<string, double> Losses);
