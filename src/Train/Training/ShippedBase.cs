using LiveStyle.Frames;
using LiveStyle.Stylize;

namespace LiveStyle.Train.Training;

/// <summary>The checkpoints that come with the program, in the folder <c>base</c> among the models: a network that paints already learns
/// another painting in a fraction of the steps.</summary>
public static class ShippedBase
{
    /// <summary>What to type for <c>--base</c> to begin from nothing.</summary>
    public const string None = "none";

    private const string Folder = "base";

    /// <summary>The folder to start from.</summary>
    /// <param name="given">What the user typed for <c>--base</c>; <see langword="null"/> if nothing.</param>
    /// <param name="modelFolders">Where models are looked for; by default where styles are.</param>
    /// <returns><see langword="null"/>: from nothing.</returns>
    /// <exception cref="ModelInvalidException">The folder that was given holds no checkpoints.</exception>
    public static string? Find(string? given, IEnumerable<string>? modelFolders = null)
    {
        if (given == None) return null;
        if (given is null) return (modelFolders ?? StyleCatalog.Default.Folders).Select(models => Path.Combine(models, Folder)).FirstOrDefault(HasCheckpoints);
        return HasCheckpoints(given) ? given : throw new ModelInvalidException(
            given, "it holds no checkpoints", $"Give the folder 'checkpoint' of a training with --keep-checkpoints, or --base {None}.");
    }

    private static bool HasCheckpoints(string folder) =>
        Directory.Exists(folder) && Directory.EnumerateDirectories(folder).Any(stage => new Checkpoint(stage).Exists);
}
