using System.Globalization;

namespace LiveStyle.Train.Evaluation;

/// <summary>One measure as people read it.</summary>
/// <param name="Name">Short: the head of its column in a table.</param>
/// <param name="Meaning">One line.</param>
/// <param name="Show">Its figure, or "-" where it was not measured.</param>
public sealed record CardRow(string Name, string Meaning, Func<NetworkMeasures, string> Show)
{
    /// <summary>What every network is measured by.</summary>
    public static IReadOnlyList<CardRow> Measures { get; } =
    [
        new("STYLE-LOSS", "Mean normalised style loss at the painting size that fits best: 0 the painting's statistics, 1 a plain photo's.", n => Figure(n.Style?.Best.Mean, "0.000")),
        new("AT", "That size: pixels of the painting's shorter side.", n => Figure(n.Style?.Best.ShortSide, "0")),
        new("CONTENT-LOSS", "Content loss at relu2_2 (or the deepest layer of the loss network): squared distance of features over their variance.", n => Figure(Content(n), "0.00")),
        new("E_STAB", "Root mean square of what moved otherwise than the world did, over generated clips with exact motion.", n => Figure(n.Steadiness.Error, "0.0000")),
        new("R", "e_stab divided by that of the unpainted clips: 1 is as steady as the video.", n => Figure(n.Steadiness.Relative, "0.00")),
        new("NOISE", "Noise gain: a pixel's deviation over time under camera noise, painted over unpainted.", n => Figure(n.Steadiness.NoiseGain, "0.00")),
        new("GHOST", "Share of a thing that has gone which the next frame still shows.", n => Figure(n.Steadiness.Ghosting, "0.000")),
        new("GRID", "Power at the frequencies of 4-pixel cells over that beside them: 1 is no grid.", n => Figure(n.Picture.GridEnergy, "0.00")),
        new("LINE", "Mean gradient of the paintings.", n => Figure(n.Picture.MeanGradient, "0.0000")),
        new("HALO", "Frame painted around pictures, 0..1: 0.02 can be seen.", n => Figure(n.Picture.Halo, "0.0000")),
        new("GREY", "Mean deviation in paintings of flat grey: 0 is calm.", n => Figure(n.Picture.FlatGrey, "0.0000")),
        new("MS", "Median milliseconds of a frame of 640x360.", n => Figure(n.Speed.MedianMs, "0.0")),
        new("FASTER", "Times as fast as the network of Johnson et al. 2016 in the same run.", n => Figure(n.TimesAsFastAsJohnson, "0.0")),
        new("KB", "Size of the network's file.", n => Figure(n.Bytes / 1024.0, "0")),
        new("PSNR", "Against the float network of the same tier, in dB.", n => Figure(n.AgainstFloat?.Psnr, "0.0")),
        new("STYLE/FLOAT", "Style loss divided by that of the float network.", n => Figure(n.AgainstFloat?.StyleRatio, "0.00")),
    ];

    /// <summary>What a network and its control are compared by.</summary>
    public static IReadOnlyList<CardRow> Comparison { get; } =
    [
        new("E_STAB/CONTROL", "e_stab divided by the control's: below 1 is steadier.", n => Figure(n.AgainstControl?.Error, "0.00")),
        new("NOISE/CONTROL", "Noise gain divided by the control's.", n => Figure(n.AgainstControl?.NoiseGain, "0.00")),
        new("STYLE/CONTROL", "Style loss divided by the control's: steadiness counts where this is near 1.", n => Figure(n.AgainstControl?.StyleLoss, "0.00")),
        new("LINE/CONTROL", "Mean gradient divided by the control's: likewise.", n => Figure(n.AgainstControl?.MeanGradient, "0.00")),
    ];

    /// <summary>Both.</summary>
    public static IReadOnlyList<CardRow> All { get; } = [.. Measures, .. Comparison];

    private static double? Content(NetworkMeasures network) => network.Style is not { } style ? null
        : style.Content.TryGetValue("relu2_2", out double usual) ? usual : style.Content.Values.Last();

    private static string Figure(double? number, string form) => number?.ToString(form, CultureInfo.InvariantCulture) ?? "-";
}
