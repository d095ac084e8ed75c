using LiveStyle.Frames;
using LiveStyle.Stylize;

namespace LiveStyle.Train.Losses;

/// <summary>The loss network that comes with the program: the one .safetensors file in the folder <c>loss-network</c> among the models.</summary>
public static class ShippedLossNetwork
{
    private const string Folder = "loss-network";

    /// <summary>The file to use.</summary>
    /// <param name="given">What the user typed for <c>--loss-network</c>; <see langword="null"/> if nothing.</param>
    /// <param name="modelFolders">Where models are looked for; by default where styles are.</param>
    /// <exception cref="ModelInvalidException">Nothing was given, and none came with the program.</exception>
    public static string Find(string? given, IEnumerable<string>? modelFolders = null) =>
        given ?? (modelFolders ?? StyleCatalog.Default.Folders)
            .Select(models => Path.Combine(models, Folder))
            .Where(Directory.Exists)
            .SelectMany(folder => Directory.EnumerateFiles(folder, "*.safetensors").Order(StringComparer.Ordinal))
            .FirstOrDefault()
        ?? throw new ModelInvalidException(
            Folder, "no loss network came with this program", "Give one with --loss-network FILE: VGG-16 or VGG-19 weights in safetensors form.");
}
