using LiveStyle.Train.Painting;

namespace LiveStyle.Cli.Painting;

/// <summary>What <c>paint --json</c> prints.</summary>
/// <param name="Output">The painting.</param>
/// <param name="Width">Pixels a row.</param>
/// <param name="Height">Rows.</param>
/// <param name="Seconds">Time that it took.</param>
/// <param name="Interrupted">True if Ctrl+C ended it early.</param>
/// <param name="Recipe">What was asked for.</param>
/// <param name="Weights">Weights and layers as they were used.</param>
/// <param name="Scales">What was done at each size, with all losses before and after.</param>
/// <param name="Yardstick">What a style's network equals; absent without --yardstick.</param>
internal sealed record PaintSummary(
    string Output, int Width, int Height, double Seconds, bool Interrupted, PaintingOptions Recipe, ObjectiveWeights Weights,
    IReadOnlyList<PaintedScale> Scales, PaintYardstick? Yardstick);
