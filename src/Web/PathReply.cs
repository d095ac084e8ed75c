namespace LiveStyle.Web;

/// <summary>Where a file went.</summary>
/// <param name="Path">On the machine that LiveStyle runs on; <see langword="null"/>: there is none.</param>
internal sealed record PathReply(string? Path);
