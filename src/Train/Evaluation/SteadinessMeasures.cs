using System.Text.Json.Serialization;

namespace LiveStyle.Train.Evaluation;

/// <summary>How steady a style is in video.</summary>
/// <param name="NoiseGain">See <see cref="Evaluation.NoiseGain"/>.</param>
/// <param name="Ghosting">See <see cref="Evaluation.Ghosting"/>.</param>
/// <param name="Generated">Clips with exact motion.</param>
/// <param name="Real">Clips with estimated motion.</param>
public sealed record SteadinessMeasures(
    double NoiseGain, double Ghosting, IReadOnlyList<ClipStability> Generated, IReadOnlyList<ClipStability> Real)
{
    /// <summary>Mean e_stab over the generated clips.</summary>
    [JsonPropertyOrder(-2)]
    public double Error => Generated.Average(clip => clip.Error);

    /// <summary>R over the generated clips: mean e_stab of the painted ones divided by that of the clips themselves.</summary>
    [JsonPropertyOrder(-1)]
    public double Relative => Error / Generated.Average(clip => clip.InputError);
}
