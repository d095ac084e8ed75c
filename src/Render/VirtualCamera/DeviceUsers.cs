using System.Globalization;

namespace LiveStyle.Render.VirtualCamera;

/// <summary>Looks through /proc for programs that have a device open. Only the user's own can be seen; those are the ones that matter.</summary>
internal static class DeviceUsers
{
    private const string Processes = "/proc";

    /// <summary>Whether another process of this user has <paramref name="path"/> open.</summary>
    /// <returns><see langword="null"/> where there is no /proc.</returns>
    public static bool? Any(string path)
    {
        if (!Directory.Exists("/proc/self/fd")) return null;
        string target = File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName ?? path;
        foreach (string process in Directory.EnumerateDirectories(Processes))
        {
            if (int.TryParse(Path.GetFileName(process), NumberStyles.None, CultureInfo.InvariantCulture, out int id) &&
                id != Environment.ProcessId && HasOpen(process, target)) return true;
        }

        return false;
    }

    private static bool HasOpen(string process, string target)
    {
        try
        {
            foreach (string descriptor in Directory.EnumerateFileSystemEntries(Path.Combine(process, "fd")))
                if (new FileInfo(descriptor).LinkTarget == target) return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // ended in between, or another user's
        }

        return false;
    }
}
