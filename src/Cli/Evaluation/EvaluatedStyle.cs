using LiveStyle.Stylize;
using LiveStyle.Train.Evaluation;

namespace LiveStyle.Cli.Evaluation;

/// <summary>A style as it was typed, opened: one of ours or a foreign network.</summary>
internal sealed class EvaluatedStyle : IDisposable
{
    private readonly ForeignNetwork? _foreign;

    /// <exception cref="Frames.ModelInvalidException">No such style, or it is damaged or does not run.</exception>
    public EvaluatedStyle(string typed, EvaluateOptions options)
    {
        if (typed.EndsWith(".onnx", StringComparison.OrdinalIgnoreCase)) _foreign = new ForeignNetwork(typed, options.Range);
        Pack = _foreign?.Pack ?? StyleCatalog.Default.Find(typed);
        Networks = Candidate.Of(Pack, options.Stylizer);
        foreach (Candidate network in Networks) Pack.Check(network.Manifest);
    }

    public StylePack Pack { get; }

    public IReadOnlyList<Candidate> Networks { get; }

    public string Name => Pack.Manifest.Name;

    public void Dispose() => _foreign?.Dispose();
}
