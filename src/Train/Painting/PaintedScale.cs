namespace LiveStyle.Train.Painting;

/// <summary>What was done at one size.</summary>
/// <param name="Width">Pixels a row.</param>
/// <param name="Height">Rows.</param>
/// <param name="Iterations">Steps taken.</param>
/// <param name="Start">Losses before the first step.</param>
/// <param name="End">Losses of the best picture.</param>
public sealed record PaintedScale(int Width, int Height, int Iterations, PaintingLosses Start, PaintingLosses End);
