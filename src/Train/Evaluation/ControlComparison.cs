namespace LiveStyle.Train.Evaluation;

/// <summary>A network beside its twin that was trained without the temporal losses, each figure divided by the twin's. Steadiness counts only
/// where the style is equal: that is what the last two are for.</summary>
/// <param name="Control">Name of the twin.</param>
/// <param name="Error">e_stab; below 1 is steadier.</param>
/// <param name="NoiseGain">Noise gain; below 1 is calmer.</param>
/// <param name="StyleLoss">Mean style loss, each at its best size; <see langword="null"/> without a loss network. 1 is as much painted.</param>
/// <param name="MeanGradient">Mean gradient; 1 has as much line.</param>
public sealed record ControlComparison(string Control, double Error, double NoiseGain, double? StyleLoss, double MeanGradient)
{
    /// <summary>Compares two networks that were measured on the same pictures and clips.</summary>
    public static ControlComparison Of(NetworkMeasures network, NetworkMeasures control, string name) => new(
        name,
        network.Steadiness.Error / control.Steadiness.Error,
        network.Steadiness.NoiseGain / control.Steadiness.NoiseGain,
        network.Style?.Best.Mean / control.Style?.Best.Mean,
        network.Picture.MeanGradient / control.Picture.MeanGradient);
}
