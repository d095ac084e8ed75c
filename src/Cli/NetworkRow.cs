namespace LiveStyle.Cli;

/// <summary>One network of a style in the list of <c>livestyle styles</c>.</summary>
/// <param name="Tier">What to type after --tier.</param>
/// <param name="Precision">What to type after --precision.</param>
/// <param name="Parameters">Learnt numbers.</param>
/// <param name="Bytes">Size of its file; absent if the file is missing.</param>
internal sealed record NetworkRow(string Tier, string Precision, int Parameters, long? Bytes);
