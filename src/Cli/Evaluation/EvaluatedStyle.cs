using LiveStyle.Frames;
using LiveStyle.Stylize;
using LiveStyle.Train.Evaluation;

namespace LiveStyle.Cli.Evaluation;

/// <summary>A style as it was typed, opened: one of ours or a foreign network.</summary>
internal sealed class EvaluatedStyle : IDisposable
{
    private readonly ForeignNetwork? _foreign;

    /// <param name="typed">Name or folder of a style, or a foreign network's file.</param>
    /// <param name="options">What to evaluate of it.</param>
    /// <exception cref="ModelInvalidException">No such style, or it is damaged or does not run, or has no network of the tiers that are wanted.</exception>
    public EvaluatedStyle(string typed, EvaluateOptions options)
    {
        if (typed.EndsWith(".onnx", StringComparison.OrdinalIgnoreCase)) _foreign = new ForeignNetwork(typed, options.Range);
        Pack = _foreign?.Pack ?? StyleCatalog.Default.Find(typed);
        Networks = [.. Candidate.Of(Pack, options.Stylizer).Where(network => _foreign is not null || options.Tiers.Contains(network.Manifest.Tier))];
        if (Networks.Count == 0)
            throw new ModelInvalidException(typed, $"it has no network of the tier {string.Join(" or ", options.Tiers.Select(tier => tier.DisplayName()))}", "Give another --tier, or none.");
        foreach (Candidate network in Networks) Pack.Check(network.Manifest);
    }

    public StylePack Pack { get; }

    public IReadOnlyList<Candidate> Networks { get; }

    public string Name => Pack.Manifest.Name;

    public void Dispose() => _foreign?.Dispose();
}
