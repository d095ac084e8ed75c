namespace LiveStyle.Cli.Pictures;

/// <summary>What became of one picture.</summary>
/// <param name="Input">The picture.</param>
/// <param name="Output">Where it went.</param>
/// <param name="Width">Pixels a row; absent if it failed.</param>
/// <param name="Height">Rows; absent if it failed.</param>
/// <param name="Problem">Why it failed; absent if it did not.</param>
internal sealed record PictureResult(string Input, string Output, int? Width, int? Height, string? Problem);
