namespace LiveStyle.Cli.Doctor;

/// <summary>Which file a native library of this process really came from.</summary>
internal static class LoadedLibrary
{
    /// <summary>Path of the loaded library whose file name begins with <paramref name="name"/>, links resolved by the kernel.</summary>
    public static string? Find(string name) => File.ReadLines("/proc/self/maps")
        .Select(line => line[(line.LastIndexOf(' ') + 1)..])
        .FirstOrDefault(path => Path.GetFileName(path).StartsWith(name, StringComparison.Ordinal));

    /// <summary>What follows <c>.so.</c> in the file's name.</summary>
    public static string Version(string name)
    {
        string? path = Find(name);
        int at = path?.IndexOf(".so.", StringComparison.Ordinal) ?? -1;
        return at < 0 ? "of an unknown version" : path![(at + 4)..];
    }
}
