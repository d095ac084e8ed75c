namespace LiveStyle.Video;

/// <summary>Encoded pictures that are there to be joined.</summary>
/// <param name="File">The file.</param>
/// <param name="Record">What is in it.</param>
internal sealed record FilmPiece(string File, PartRecord Record);
