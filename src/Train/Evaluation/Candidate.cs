using LiveStyle.Stylize;
using LiveStyle.Stylize.Devices;

namespace LiveStyle.Train.Evaluation;

/// <summary>One network of a style pack, to be evaluated.</summary>
/// <param name="Pack">Its style.</param>
/// <param name="Manifest">What <c>style.json</c> says of it.</param>
/// <param name="Options">Options that make a stylizer use this network.</param>
public sealed record Candidate(StylePack Pack, NetworkManifest Manifest, StylizerOptions Options)
{
    /// <summary>What tells it from the others of its pack.</summary>
    public string Name => Path.GetFileNameWithoutExtension(Manifest.File);

    /// <summary>Bytes of the network's file.</summary>
    public long Bytes => new FileInfo(Path.Combine(Pack.Folder, Manifest.File)).Length;

    /// <summary>Every network of a pack that the device runs: those of eight bits only on the CPU.</summary>
    /// <param name="pack">The style.</param>
    /// <param name="options">Device and threads.</param>
    public static IReadOnlyList<Candidate> Of(StylePack pack, StylizerOptions options)
    {
        bool runsInt8 = options.Device is ExecutionDevice.Auto or ExecutionDevice.Cpu;
        return [.. pack.Manifest.Networks.Where(network => runsInt8 || network.Precision != NetworkPrecision.Int8)
            .Select(network => new Candidate(pack, network, options with { Tier = network.Tier, Precision = network.Precision }))];
    }

    /// <summary>The float network of the same tier, or <see langword="null"/> if there is none, or this is it.</summary>
    public Candidate? FloatTwin(IEnumerable<Candidate> networks) => Manifest.Precision == NetworkPrecision.Fp32
        ? null
        : networks.FirstOrDefault(other => other.Manifest.Tier == Manifest.Tier && other.Manifest.Precision == NetworkPrecision.Fp32);

    /// <summary>Opens it for video.</summary>
    /// <returns>A stylizer that the caller owns.</returns>
    public Stylizer Open() => new(Pack, Options);
}
