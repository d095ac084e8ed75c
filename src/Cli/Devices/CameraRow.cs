namespace LiveStyle.Cli.Devices;

/// <summary>One camera in the list of <c>livestyle devices</c>.</summary>
/// <param name="Id">What to type to get this one always.</param>
/// <param name="Path">Where it is now.</param>
/// <param name="Name">What its maker calls it.</param>
/// <param name="Driver">The kernel's driver; empty if it may not be opened.</param>
/// <param name="IsVirtual">True if another program makes its pictures.</param>
/// <param name="Formats">What it can deliver.</param>
/// <param name="Problem">Why it can't be used; absent if it can.</param>
internal sealed record CameraRow(
    string Id, string Path, string Name, string Driver, bool IsVirtual, IReadOnlyList<CameraFormatRow> Formats, string? Problem);
