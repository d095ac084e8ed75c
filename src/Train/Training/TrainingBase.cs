using LiveStyle.Frames;
using LiveStyle.Stylize;
using LiveStyle.Train.Export;
using LiveStyle.Train.Networks;
using static TorchSharp.torch;

namespace LiveStyle.Train.Training;

/// <summary>What a training starts from: a network that paints already learns another painting in a fraction of the steps.</summary>
/// <param name="folder">A style, whose networks are turned back into what can learn, or the checkpoints of a training.</param>
public sealed class TrainingBase(string folder)
{
    /// <summary>What to type for <c>--base</c> to begin from nothing.</summary>
    public const string None = "none";

    /// <summary>The style that trainings start from unless told otherwise.</summary>
    public const string Usual = "great-wave";

    /// <summary>The folder to start from.</summary>
    /// <param name="given">What the user typed for <c>--base</c>; <see langword="null"/> if nothing.</param>
    /// <param name="styles">Where styles are looked for; by default all that the program knows.</param>
    /// <returns><see langword="null"/>: from nothing.</returns>
    /// <exception cref="ModelInvalidException">What was given holds no networks.</exception>
    public static string? Find(string? given, StyleCatalog? styles = null)
    {
        styles ??= StyleCatalog.Default;
        if (given == None) return null;
        if (given is null) return styles.List().FirstOrDefault(style => style.Name == Usual)?.Folder;
        if (HasCheckpoints(given)) return given;
        StylePack pack = styles.Find(given);
        return pack.Manifest.Networks.Any(network => network.Precision == NetworkPrecision.Fp32)
            ? pack.Folder
            : throw new ModelInvalidException(given, "it has no float32 network, and others can't learn", $"Give another style, or --base {None}.");
    }

    /// <summary>Gives a network the weights of its like.</summary>
    /// <param name="network">Fresh. Borrowed.</param>
    /// <param name="stage">Its stage, which names its checkpoint; in a style the network of its size is taken.</param>
    /// <param name="photos">Float32 [1, 3, H, W] each, RGB, normalised; see <see cref="PackedNetwork.CopyTo"/>.</param>
    /// <returns>False if there is none of its size: it stays as it is.</returns>
    /// <exception cref="ModelInvalidException">Damaged, or no network of ours.</exception>
    internal bool TryGive(PyramidNetwork network, string stage, Func<IReadOnlyList<Tensor>> photos)
    {
        if (Checkpoint.Of(folder, stage) is { Exists: true } earlier)
        {
            earlier.LoadWeights(network, network.Size.ToString());
            return true;
        }

        if (!File.Exists(Path.Combine(folder, StyleManifest.FileName))) return false;
        StylePack pack = StylePack.Load(folder);
        foreach (NetworkManifest entry in pack.Manifest.Networks.Where(entry => entry.Precision == NetworkPrecision.Fp32))
        {
            pack.Check(entry);
            PackedNetwork packed = OnnxReader.Read(pack.PathOf(entry));
            if (packed.Size != network.Size) continue;
            packed.CopyTo(network, photos());
            return true;
        }

        return false;
    }

    private static bool HasCheckpoints(string folder) =>
        Directory.Exists(folder) && Directory.EnumerateDirectories(folder).Any(stage => new Checkpoint(stage).Exists);
}
