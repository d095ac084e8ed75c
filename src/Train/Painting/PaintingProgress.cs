namespace LiveStyle.Train.Painting;

/// <summary>Where a painting stands.</summary>
/// <param name="Scale">Which size is worked at, from 1.</param>
/// <param name="Scales">How many sizes there are.</param>
/// <param name="Width">Of this size, pixels.</param>
/// <param name="Height">Of this size, pixels.</param>
/// <param name="Iteration">Steps taken at this size.</param>
/// <param name="Iterations">Steps to take at this size.</param>
/// <param name="Losses">Of the picture as it is now; at different sizes they measure different things.</param>
/// <param name="Elapsed">Time since the painting began.</param>
/// <param name="Remaining">Expected, from the speed so far; <see langword="null"/> before the first step is done.</param>
/// <param name="Picture">Makes a copy of the best picture so far, in its final size and colours. Only valid while the report lasts.</param>
public sealed record PaintingProgress(
    int Scale, int Scales, int Width, int Height, int Iteration, int Iterations, PaintingLosses Losses, TimeSpan Elapsed, TimeSpan? Remaining,
    Func<PaintedPixels> Picture);
