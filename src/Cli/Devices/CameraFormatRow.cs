namespace LiveStyle.Cli.Devices;

/// <summary>One format of a camera in the list of <c>livestyle devices</c>.</summary>
/// <param name="Pixels">V4L2's four letters.</param>
/// <param name="Size">As <c>640x480</c>; of a range as <c>48x48 to 1920x1080</c>.</param>
/// <param name="Rates">Frames a second, fastest first; of a range its ends.</param>
/// <param name="CanRead">False for pixels that LiveStyle can't decode.</param>
internal sealed record CameraFormatRow(string Pixels, string Size, IReadOnlyList<double> Rates, bool CanRead);
