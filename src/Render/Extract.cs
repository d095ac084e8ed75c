namespace LiveStyle.Render;

/// <summary>Where a track was put that had to be taken out of the source first.</summary>
/// <param name="Path">The file.</param>
/// <param name="Stream">Number of the track in it.</param>
/// <param name="Zero">The time in it that is the output's zero.</param>
internal sealed record Extract(string Path, int Stream, TimeSpan Zero);
