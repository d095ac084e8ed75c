using System.Globalization;

namespace LiveStyle.Train.Training;

/// <summary>The losses of one step, unweighted; 0 where a loss was not computed.</summary>
/// <param name="Style">Normalised style loss of each layer: 1 for plain photos.</param>
/// <param name="Content">Content loss in units of the features' variance.</param>
/// <param name="Palette">Mean squared difference to the photo in the painting's palette, in 0..1.</param>
/// <param name="Variation">Total variation.</param>
/// <param name="Grid">Mean squared deviation of what is locked to the network's cells, in 0..1.</param>
/// <param name="Steadiness">Mean squared difference between the paintings of two frames along their motion, in 0..1.</param>
/// <param name="Guide">Mean squared difference to the guide's painting, in 0..1.</param>
/// <param name="Total">The weighted sum that is minimised.</param>
public sealed record StepLosses(IReadOnlyList<double> Style, double Content, double Palette, double Variation, double Grid, double Steadiness, double Guide, double Total)
{
    /// <summary>Those that were computed, for the report.</summary>
    public IReadOnlyDictionary<string, double> ByName() => new (string Name, double Value)[]
    {
        ("style", Style.Average()), ("content", Content), ("palette", Math.Sqrt(Palette)), ("variation", Variation), ("grid", Math.Sqrt(Grid)), ("steadiness", Math.Sqrt(Steadiness)), ("guide", Math.Sqrt(Guide)),
    }.Where(loss => loss.Value > 0).ToDictionary(loss => loss.Name, loss => loss.Value);

    /// <summary>One short line for people.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"style {Style.Average():0.000} [{string.Join(' ', Style.Select(loss => loss.ToString("0.00", CultureInfo.InvariantCulture)))}] content {Content:0.00} palette {Math.Sqrt(Palette):0.000} variation {Variation:0.000} grid {Math.Sqrt(Grid):0.0000} steady {Math.Sqrt(Steadiness):0.0000} guide {Math.Sqrt(Guide):0.000}");
}
