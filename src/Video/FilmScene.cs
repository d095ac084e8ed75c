namespace LiveStyle.Video;

/// <summary>A stretch of a film that is painted in one way, to the beginning of the next one.</summary>
/// <param name="From">Presentation time of its first frame.</param>
/// <param name="Fade">How long the scene before it still shows through.</param>
/// <param name="Painting">How; <see langword="null"/>: the film's own pictures.</param>
public sealed record FilmScene(TimeSpan From, TimeSpan Fade, FilmPainting? Painting);
