using System.Globalization;

namespace LiveStyle.Train.Distillation;

/// <summary>How far the student is from the teacher in one step.</summary>
/// <param name="Photos">Mean squared difference of the features over the teacher's mean square, mean over layers, on photographs.</param>
/// <param name="Optimised">The same on pictures that were just optimised against the student.</param>
/// <param name="Grams">Squared distance of Gram matrices over the teacher's square, mean over layers and all pictures.</param>
/// <param name="ClaimedStyle">Distance of the optimised pictures' Gram matrices to their paintings', as the student sees it.</param>
/// <param name="TrueStyle">The same as the teacher sees it: far above <paramref name="ClaimedStyle"/> where the student is fooled.</param>
/// <param name="Total">The weighted sum that is minimised.</param>
public sealed record DistillationLosses(double Photos, double Optimised, double Grams, double ClaimedStyle, double TrueStyle, double Total)
{
    /// <summary>The mean of several steps; all 0 of none.</summary>
    public static DistillationLosses Mean(IReadOnlyList<DistillationLosses> steps)
    {
        return new(Of(step => step.Photos), Of(step => step.Optimised), Of(step => step.Grams), Of(step => step.ClaimedStyle), Of(step => step.TrueStyle), Of(step => step.Total));

        double Of(Func<DistillationLosses, double> loss) => steps.Count == 0 ? 0 : steps.Average(loss);
    }

    /// <summary>For the report.</summary>
    public IReadOnlyDictionary<string, double> ByName() => new Dictionary<string, double>
    {
        ["features of photos"] = Photos,
        ["features of optimised"] = Optimised,
        ["Gram"] = Grams,
        ["style, claimed"] = ClaimedStyle,
        ["style, true"] = TrueStyle,
    };

    /// <summary>One short line for people.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"features {Photos:0.0000} of photos, {Optimised:0.0000} of optimised pictures, Gram {Grams:0.0000}, style claimed {ClaimedStyle:0.000} true {TrueStyle:0.000}");
}
