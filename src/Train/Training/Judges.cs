using LiveStyle.Train.Losses;

namespace LiveStyle.Train.Training;

/// <summary>Who compares what a network paints with the painting and the photo.</summary>
/// <param name="Looks">Of style and content; borrowed.</param>
/// <param name="Colors">Of which colour goes where; borrowed.</param>
internal sealed record Judges(PerceptualLoss Looks, PaletteLoss Colors);
