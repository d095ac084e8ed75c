using LiveStyle.Frames;

namespace LiveStyle.Stylize;

/// <summary>The styles in some folders, each a folder of its own. A name in an earlier folder hides the same name in a later one.</summary>
/// <param name="folders">Folders of style folders. Those that don't exist are skipped.</param>
public sealed class StyleCatalog(IEnumerable<string> folders)
{
    private readonly string[] _folders = [.. folders];

    /// <summary>The user's styles, then those that came with the program.</summary>
    public static StyleCatalog Default { get; } = new([UserFolder, .. ShippedFolders()]);

    /// <summary>Where the user's own styles live: <c>livestyle/models</c> in the user's data folder.</summary>
    public static string UserFolder => Path.Combine(
        Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify), "livestyle", "models");

    /// <summary>Where styles are looked for, in this order.</summary>
    public IReadOnlyList<string> Folders => _folders;

    /// <summary>All styles by name; broken ones are listed with their problem.</summary>
    public IReadOnlyList<StyleListing> List() =>
        [.. _folders
            .Where(Directory.Exists)
            .SelectMany(Directory.EnumerateDirectories)
            .Where(folder => File.Exists(Path.Combine(folder, StyleManifest.FileName)))
            .Select(Look)
            .DistinctBy(style => style.Name)
            .OrderBy(style => style.Name, StringComparer.Ordinal)];

    /// <summary>Loads and checks a style.</summary>
    /// <param name="nameOrFolder">A style's name, or the path of a style's folder.</param>
    /// <exception cref="ModelInvalidException">No such style (near names are suggested), or it is damaged or foreign.</exception>
    public StylePack Find(string nameOrFolder)
    {
        if (nameOrFolder.Contains(Path.DirectorySeparatorChar, StringComparison.Ordinal)) return StylePack.Load(nameOrFolder);
        IReadOnlyList<StyleListing> styles = List();
        StyleListing? found = styles.FirstOrDefault(s => s.Name.Equals(nameOrFolder, StringComparison.OrdinalIgnoreCase));
        if (found is not null) return StylePack.Load(found.Folder);
        if (File.Exists(Path.Combine(nameOrFolder, StyleManifest.FileName))) return StylePack.Load(nameOrFolder);
        throw new ModelInvalidException(nameOrFolder, "there is no style of that name", Advice(nameOrFolder, styles));
    }

    private string Advice(string typed, IReadOnlyList<StyleListing> styles)
    {
        if (styles.Count == 0) return $"No style was found in {string.Join(" or ", _folders)}.";
        IReadOnlyList<string> near = NameDistance.Near(typed, styles.Select(s => s.Name));
        return near.Count > 0
            ? $"Did you mean {string.Join(" or ", near.Select(n => $"'{n}'"))}?"
            : $"Styles here: {string.Join(", ", styles.Select(s => s.Name))}.";
    }

    private static StyleListing Look(string folder)
    {
        try
        {
            StyleManifest manifest = StylePack.ReadManifest(folder);
            return new StyleListing(manifest.Name, folder, manifest, null);
        }
        catch (ModelInvalidException e)
        {
            return new StyleListing(Path.GetFileName(folder), folder, null, e.Message);
        }
    }

    /// <summary><c>models</c> beside the program, and in the repository that the program was built in.</summary>
    private static IEnumerable<string> ShippedFolders()
    {
        yield return Path.Combine(AppContext.BaseDirectory, "models");
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "LiveStyle.sln"))) folder = folder.Parent;
        if (folder is not null) yield return Path.Combine(folder.FullName, "models");
    }
}
