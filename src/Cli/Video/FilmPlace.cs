namespace LiveStyle.Cli.Video;

/// <summary>Which film goes where.</summary>
/// <param name="Input">The film.</param>
/// <param name="Output">The painted film.</param>
internal readonly record struct FilmPlace(string Input, string Output);
