namespace LiveStyle.Render;

/// <summary>A finished piece of a film: pictures only, written by <see cref="VideoFileSink"/>.</summary>
/// <param name="Path">The file.</param>
/// <param name="Start">Where its time stamp 0 lies on the presentation time line: what <see cref="VideoFileOptions.Start"/> was.</param>
public sealed record EncodedPart(string Path, TimeSpan Start);
