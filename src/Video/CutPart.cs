namespace LiveStyle.Video;

/// <summary>The beginning of a part whose work was ended by Ctrl+C: good for a look, to be made again in full.</summary>
/// <param name="File">Where it is, until whoever made it is disposed.</param>
/// <param name="Record">What is in it.</param>
internal sealed record CutPart(string File, PartRecord Record);
