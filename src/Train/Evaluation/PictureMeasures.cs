namespace LiveStyle.Train.Evaluation;

/// <summary>What can be told of single paintings without knowing the style.</summary>
/// <param name="GridEnergy">Mean over the photos; see <see cref="Evaluation.GridEnergy"/>.</param>
/// <param name="MeanGradient">Mean over the photos; see <see cref="Evaluation.MeanGradient"/>.</param>
/// <param name="PhotoGradient">The same of the photos themselves.</param>
/// <param name="Halo">See <see cref="Evaluation.Halo"/>.</param>
/// <param name="FlatGrey">See <see cref="Evaluation.FlatGrey"/>.</param>
public sealed record PictureMeasures(double GridEnergy, double MeanGradient, double PhotoGradient, double Halo, double FlatGrey);
