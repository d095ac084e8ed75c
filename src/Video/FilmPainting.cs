using System.Security.Cryptography;
using LiveStyle.Frames;
using LiveStyle.Stylize;
using LiveStyle.Stylize.Devices;
using LiveStyle.Video.Layouts;
using Microsoft.Extensions.Logging;

namespace LiveStyle.Video;

/// <summary>What is painted over the frames of a film, as its job says it: all that decides how they look, and nothing of the machine.</summary>
public sealed record FilmPainting
{
    /// <summary>Name of a style, or the full path of a style's folder.</summary>
    public required string Style { get; init; }

    /// <summary>SHA-256 of the style's <c>style.json</c>, which has those of its networks.</summary>
    public required string StyleSha256 { get; init; }

    /// <inheritdoc cref="StylizerOptions.Strength"/>
    public double Strength { get; init; } = 1;

    /// <inheritdoc cref="StylizerOptions.KeepColors"/>
    public bool KeepColors { get; init; }

    /// <inheritdoc cref="StylizerOptions.Size"/>
    public int? Size { get; init; }

    /// <inheritdoc cref="StylizerOptions.Tier"/>
    public NetworkTier Tier { get; init; }

    /// <inheritdoc cref="StylizerOptions.Precision"/>
    public NetworkPrecision? Precision { get; init; }

    /// <inheritdoc cref="StylizerOptions.Device"/>
    public ExecutionDevice Device { get; init; }

    /// <summary>Several styles, by time; <see langword="null"/>: this one from beginning to end.</summary>
    public IReadOnlyList<FilmScene>? Scenes { get; init; }

    /// <summary>What is shown beside the painting. Default: nothing.</summary>
    public FilmLayout Layout { get; init; }

    /// <summary>Describes a style with its options.</summary>
    /// <param name="style">As typed: a name, or a folder.</param>
    /// <param name="options">How it is put on frames.</param>
    /// <exception cref="ModelInvalidException">There is no such style.</exception>
    public static FilmPainting Of(string style, StylizerOptions options)
    {
        StylePack pack = StyleCatalog.Default.Find(style);
        bool isFolder = style.Contains(Path.DirectorySeparatorChar, StringComparison.Ordinal);
        return new FilmPainting
        {
            Style = isFolder ? Path.GetFullPath(pack.Folder) : pack.Manifest.Name,
            StyleSha256 = HashOf(pack),
            Strength = options.Strength,
            KeepColors = options.KeepColors,
            Size = options.Size,
            Tier = options.Tier,
            Precision = options.Precision,
            Device = options.Device,
        };
    }

    /// <summary>Opens what paints.</summary>
    /// <param name="threads">Threads of the network on the CPU; 0 is one a core.</param>
    /// <param name="log">Says what is opened.</param>
    /// <returns>A transform that the caller owns.</returns>
    /// <exception cref="ModelInvalidException">A style is gone, has changed since the job was planned, or does not run here.</exception>
    public FilmPainter Open(int threads, ILogger log) => new(this, threads, log);

    /// <summary>Finds the style itself, without scenes.</summary>
    /// <exception cref="ModelInvalidException">It is gone, or has changed since the job was planned.</exception>
    internal StylePack FindStyle()
    {
        StylePack pack = StyleCatalog.Default.Find(Style);
        if (HashOf(pack) == StyleSha256) return pack;
        throw new ModelInvalidException(
            pack.Folder, "it is not the style any more that the job was planned with", "Put the old one back, or begin the job anew.");
    }

    /// <summary>Opens the style itself, without scenes and layout.</summary>
    /// <inheritdoc cref="Open"/>
    internal Stylizer OpenStyle(int threads, ILogger log) => new(
        FindStyle(),
        new StylizerOptions
        {
            Strength = Strength,
            KeepColors = KeepColors,
            Size = Size,
            Tier = Tier,
            Precision = Precision,
            Device = Device,
            Threads = threads,
            Abreast = true,
        },
        log);

    private static string HashOf(StylePack pack)
    {
        string path = Path.Combine(pack.Folder, StyleManifest.FileName);
        try
        {
            return Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(path)));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ModelInvalidException(path, $"it can't be read: {e.Message.TrimEnd('.')}", inner: e);
        }
    }
}
