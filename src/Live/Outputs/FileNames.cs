using System.Globalization;

namespace LiveStyle.Live.Outputs;

/// <summary>Names of files that nobody has named.</summary>
internal static class FileNames
{
    /// <summary>A name that no file has yet: <c>livestyle-2026-11-22-141530.png</c>.</summary>
    public static string New(string folder, string extension, TimeProvider time)
    {
        string stem = time.GetLocalNow().ToString("'livestyle'-yyyy-MM-dd-HHmmss", CultureInfo.InvariantCulture);
        string path = Path.Combine(folder, stem + extension);
        for (int number = 2; File.Exists(path); number++) path = Numbered(Path.Combine(folder, stem + extension), number);
        return path;
    }

    /// <summary><c>clip.mkv</c> and 2 are <c>clip-2.mkv</c>.</summary>
    public static string Numbered(string path, int number) =>
        Path.Combine(Path.GetDirectoryName(path) ?? "", string.Create(CultureInfo.InvariantCulture, $"{Path.GetFileNameWithoutExtension(path)}-{number}{Path.GetExtension(path)}"));
}
