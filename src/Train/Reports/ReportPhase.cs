namespace LiveStyle.Train.Reports;

/// <summary>A part of a training that the chart marks.</summary>
/// <param name="Name">For instance "norms frozen".</param>
/// <param name="From">Its first step.</param>
public sealed record ReportPhase(string Name, int From);
