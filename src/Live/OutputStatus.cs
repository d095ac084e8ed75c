namespace LiveStyle.Live;

/// <summary>One output since the start.</summary>
/// <param name="Name">What the user would call it.</param>
/// <param name="Written">Pictures that it took.</param>
/// <param name="Dropped">Pictures that it was too slow for, or that came while it was gone.</param>
/// <param name="IsConnected">False while it is being opened again.</param>
/// <param name="Problem">Why it is not connected.</param>
public sealed record OutputStatus(string Name, long Written, long Dropped, bool IsConnected, string? Problem);
