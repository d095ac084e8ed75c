using LiveStyle.Stylize;

namespace LiveStyle.Train.Evaluation;

/// <summary>One network of a style pack, to be evaluated.</summary>
/// <param name="Pack">Its style.</param>
/// <param name="Manifest">What <c>style.json</c> says of it.</param>
/// <param name="Options">Options that make a stylizer use this network.</param>
public sealed record Candidate(StylePack Pack, NetworkManifest Manifest, StylizerOptions Options)
{
    private const string Int8 = ".int8";
    private const string Fp32 = ".fp32";

    /// <summary>What tells it from the others of its pack.</summary>
    public string Name => Path.GetFileNameWithoutExtension(Manifest.File);

    /// <summary>Bytes of the network's file.</summary>
    public long Bytes => new FileInfo(Path.Combine(Pack.Folder, Manifest.File)).Length;

    /// <summary>Every network of a pack.</summary>
    /// <param name="pack">The style.</param>
    /// <param name="options">Device and threads.</param>
    public static IReadOnlyList<Candidate> Of(StylePack pack, StylizerOptions options) => [new Candidate(pack, pack.Manifest.Network, options)];

    /// <summary>The float network that this one was made of, or <see langword="null"/>: <c>balanced.fp32</c> of <c>balanced.int8</c>.</summary>
    public Candidate? FloatTwin(IEnumerable<Candidate> networks) => Name.EndsWith(Int8, StringComparison.Ordinal)
        ? networks.FirstOrDefault(other => other.Name == Name[..^Int8.Length] + Fp32)
        : null;

    /// <summary>Opens it for video.</summary>
    /// <returns>A stylizer that the caller owns.</returns>
    public Stylizer Open() => new(Pack, Options);
}
