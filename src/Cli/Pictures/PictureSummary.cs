namespace LiveStyle.Cli.Pictures;

/// <summary>What <c>livestyle image --json</c> prints.</summary>
/// <param name="Style">The style.</param>
/// <param name="Device">What computed.</param>
/// <param name="Seconds">Time that it took.</param>
/// <param name="Interrupted">True if Ctrl+C ended it early.</param>
/// <param name="Pictures">One for each picture, as far as it came.</param>
internal sealed record PictureSummary(string Style, string Device, double Seconds, bool Interrupted, IReadOnlyList<PictureResult> Pictures);
