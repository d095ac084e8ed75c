using LiveStyle.Capture;
using LiveStyle.Frames;
using LiveStyle.Video;

namespace LiveStyle.Cli.Video;

/// <summary>Finds the films that somebody named, one by one or by their folders, and the names of what they become.</summary>
/// <param name="folder">Where all outputs go; <see langword="null"/>: beside each input.</param>
/// <param name="template">Name of an output, with {name}, {style} and {tier} in it.</param>
/// <param name="style">Name of the style.</param>
/// <param name="tier">Name of the tier.</param>
internal sealed class FilmPlaces(string? folder, string template, string style, string tier)
{
    /// <summary>The template if nobody gives one.</summary>
    public const string UsualTemplate = "{name}.{style}.mp4";

    private static readonly string[] Extensions =
        [".mp4", ".m4v", ".mov", ".mkv", ".webm", ".avi", ".mpg", ".mpeg", ".ts", ".mts", ".m2ts", ".wmv", ".flv", ".3gp", ".ogv", ".mxf", ".gif"];

    /// <summary>True for a folder of films; a folder of pictures is one film.</summary>
    public static bool IsFolderOfFilms(string path) => Directory.Exists(path) && Films(path).Length > 0;

    /// <summary>
    /// All films, in the order in which they were named; those of a folder by their names, without those that were made of others of them. What a
    /// folder's films become goes into <c>FOLDER.STYLE</c>, if not elsewhere.
    /// </summary>
    /// <exception cref="UsageException">Two would get the same name, or one its own.</exception>
    public IReadOnlyList<FilmPlace> Of(IReadOnlyList<string> inputs)
    {
        FilmPlace[] places = [.. inputs.SelectMany(input => IsFolderOfFilms(input) ? Folder(input) : [Place(input, folder ?? FolderOf(input))])];
        string? twice = places.GroupBy(place => Path.GetFullPath(place.Output)).FirstOrDefault(same => same.Count() > 1)?.First().Output;
        if (twice is not null)
            throw new UsageException($"Two films would both become '{twice}'. Give --name more of {{name}}, {{style}}, {{tier}}, or do them in two runs.");
        foreach (FilmPlace place in places) FilmPlan.ThrowIfSameFile(place.Input, place.Output);
        return places;
    }

    /// <summary>Every problem of a template.</summary>
    public static IEnumerable<string> Problems(string template)
    {
        if (Path.GetExtension(template).Length < 2) yield return $"--name must end in an extension, which decides the container: '{template}' has none.";
        if (Path.GetFileName(template) != template) yield return $"--name is a name without a folder, not '{template}'. The folder goes to --out-dir.";
        string rest = Fill(template, "", "", "");
        if (rest.Contains('{', StringComparison.Ordinal) || rest.Contains('}', StringComparison.Ordinal))
            yield return $"--name knows {{name}}, {{style}} and {{tier}}; '{template}' has another.";
    }

    private FilmPlace[] Folder(string path)
    {
        string target = folder ?? $"{Path.TrimEndingDirectorySeparator(path)}.{style}";
        FilmPlace[] all = [.. Films(path).Select(film => Place(film, target))];
        HashSet<string> made = [.. all.Select(place => Path.GetFullPath(place.Output))];
        return [.. all.Where(place => !made.Contains(Path.GetFullPath(place.Input)))];
    }

    private FilmPlace Place(string input, string target) =>
        new(input, Path.Combine(target, Fill(template, Path.GetFileNameWithoutExtension(Path.TrimEndingDirectorySeparator(input)), style, tier)));

    private static string FolderOf(string input) => Path.GetDirectoryName(Path.TrimEndingDirectorySeparator(input)) ?? "";

    private static string Fill(string template, string name, string style, string tier) => template
        .Replace("{name}", name, StringComparison.Ordinal).Replace("{style}", style, StringComparison.Ordinal).Replace("{tier}", tier, StringComparison.Ordinal);

    private static string[] Films(string folder) =>
        [.. Directory.EnumerateFiles(folder).Where(file => Extensions.Contains(Path.GetExtension(file).ToLowerInvariant()) && !Path.GetFileName(file).StartsWith('.'))
            .Order(NaturalOrder.Instance)];
}
