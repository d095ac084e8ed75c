namespace LiveStyle.Live;

/// <summary>A source and whether it delivers.</summary>
/// <param name="Name">What the user would call it.</param>
/// <param name="Format">As 640x480; <see langword="null"/> before the first frame.</param>
/// <param name="IsConnected">False while a placeholder is shown.</param>
/// <param name="Problem">Why it is not connected.</param>
public sealed record SourceStatus(string Name, string? Format, bool IsConnected, string? Problem);
