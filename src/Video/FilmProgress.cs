namespace LiveStyle.Video;

/// <summary>How far the making of a film is. Cheap to take.</summary>
/// <param name="Before">Frames that were there when this run began.</param>
/// <param name="Done">Frames that this run has made.</param>
/// <param name="Total">Frames of the whole film, as far as is known.</param>
/// <param name="Bytes">Length of all that is painted so far.</param>
/// <param name="Elapsed">Time since this run began.</param>
public readonly record struct FilmProgress(long Before, long Done, long Total, long Bytes, TimeSpan Elapsed);
