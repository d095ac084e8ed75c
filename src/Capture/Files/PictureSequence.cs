using System.Globalization;
using System.Text.RegularExpressions;
using LiveStyle.Frames;

namespace LiveStyle.Capture.Files;

/// <summary>Pictures that are numbered in their names, as a video.</summary>
internal static partial class PictureSequence
{
    /// <summary>True for a name with a place for the number: <c>frame_%05d.png</c>.</summary>
    public static bool IsPattern(string path) => Number().IsMatch(Path.GetFileName(path));

    /// <summary>The files of a folder or a pattern, in order.</summary>
    /// <exception cref="MediaUnreadableException">There are none, or such of several kinds.</exception>
    public static string[] Files(string path)
    {
        string[] files = Directory.Exists(path) ? ImageFolderSource.List(path) : Matching(path);
        string[] kinds = [.. files.Select(file => Path.GetExtension(file).ToLowerInvariant()).Distinct()];
        return kinds.Length == 1
            ? files
            : throw new MediaUnreadableException(path, $"its pictures are of several kinds ({string.Join(", ", kinds)})", "Name those of one kind by a pattern such as frame_%05d.png.");
    }

    private static string[] Matching(string path)
    {
        string folder = Path.GetDirectoryName(Path.GetFullPath(path))!, name = Path.GetFileName(path);
        Match place = Number().Match(name);
        int digits = int.TryParse(place.Groups[1].ValueSpan, CultureInfo.InvariantCulture, out int wanted) ? wanted : 1;
        var names = new Regex(
            $"^{Regex.Escape(name[..place.Index])}([0-9]{{{digits},9}}){Regex.Escape(name[(place.Index + place.Length)..])}$", RegexOptions.None, TimeSpan.FromSeconds(1));
        string[] files = Directory.Exists(folder) ? [.. Directory.EnumerateFiles(folder).Where(file => names.IsMatch(Path.GetFileName(file)))] : [];
        if (files.Length == 0) throw new MediaUnreadableException(path, "there is no picture of such a name");
        int[] numbers = [.. files.Select(file => int.Parse(names.Match(Path.GetFileName(file)).Groups[1].ValueSpan, CultureInfo.InvariantCulture))];
        Array.Sort(numbers, files);
        return files;
    }

    [GeneratedRegex("%0?([0-9]?)d")]
    private static partial Regex Number();
}
