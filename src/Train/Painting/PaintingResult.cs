namespace LiveStyle.Train.Painting;

/// <summary>A painting.</summary>
/// <param name="Picture">In its final size, also if the work was stopped at a smaller one.</param>
/// <param name="Scales">What was done, coarse to fine.</param>
/// <param name="Weights">What was asked for, with the layers that the network has.</param>
/// <param name="Yardstick">How another picture compares, if one was given.</param>
/// <param name="Elapsed">Time that it took.</param>
/// <param name="Stopped">True if it was ended early.</param>
public sealed record PaintingResult(
    PaintedPixels Picture, IReadOnlyList<PaintedScale> Scales, ObjectiveWeights Weights, YardstickReading? Yardstick, TimeSpan Elapsed, bool Stopped);
