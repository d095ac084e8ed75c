namespace LiveStyle.Video;

/// <summary>What the cutter knows of a picture of a film.</summary>
/// <param name="Time">On the presentation time line.</param>
/// <param name="IsKey">True if a decoder can begin there.</param>
public readonly record struct IndexedPicture(TimeSpan Time, bool IsKey);
