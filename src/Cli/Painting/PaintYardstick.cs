namespace LiveStyle.Cli.Painting;

/// <summary>What a style's network equals.</summary>
/// <param name="Style">Name of the style.</param>
/// <param name="Total">Total loss of its picture.</param>
/// <param name="Iterations">Steps of optimisation to the same total loss; absent if they were too few.</param>
internal sealed record PaintYardstick(string Style, double Total, int? Iterations);
