using LiveStyle.Capture;
using LiveStyle.Cli.Terminal;
using LiveStyle.Cli.Video;
using LiveStyle.Frames;

namespace LiveStyle.Cli.Demo;

/// <summary>A real clip without a licence question: the street in Debian's opencv-doc package, fetched once and not installed.</summary>
internal static class DemoClip
{
    private const string Package = "opencv-doc";
    private const string Inside = "usr/share/doc/opencv-doc/examples/data/vtest.avi";

    /// <summary>The clip's path, and what it shows.</summary>
    public static (string Path, string Title) Find()
    {
        string installed = "/" + Inside;
        string cached = Path.Combine(CacheFolder, "street.avi");
        if (File.Exists(cached)) return (cached, "street");
        if (File.Exists(installed)) return (installed, "street");
        Directory.CreateDirectory(CacheFolder);
        if (Fetch(cached) is not { } problem) return (cached, "street");

        Stderr.Say($"The demo's street can't be fetched ({problem}). A drawn test pattern takes its place.");
        string pattern = Path.Combine(CacheFolder, "pattern.mp4");
        if (!File.Exists(pattern)) SyntheticClip.Write(pattern, new FrameFormat(640, 360), TimeSpan.FromSeconds(8));
        return (pattern, "pattern");
    }

    /// <summary><c>livestyle</c> in the user's cache folder.</summary>
    private static string CacheFolder => Path.Combine(
        Environment.GetEnvironmentVariable("XDG_CACHE_HOME") is { Length: > 0 } cache
            ? cache
            : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".cache"),
        "livestyle");

    /// <summary>Downloads the package (96 MB), takes the clip (8 MB) out of it and throws the rest away.</summary>
    /// <returns>What went wrong, or <see langword="null"/>.</returns>
    private static string? Fetch(string target)
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("livestyle-demo-");
        try
        {
            Stderr.Say($"Fetching the demo's street: Debian's package {Package}, 96 MB, once, not installed ...");
            string download = $"cd '{folder.FullName}' && apt-get -q download {Package}"; // as an ordinary user it works too
            ToolRun run = ToolRun.Of("sh", "-c", $"{download} || {{ [ \"$(id -u)\" = 0 ] && apt-get -q update && {download}; }}");
            if (folder.GetFiles("*.deb") is not [var package]) return run.Errors.Length > 0 ? run.Errors.Split('\n')[^1] : "nothing came";
            run = ToolRun.Of("sh", "-c", $"dpkg-deb --fsys-tarfile '{package.FullName}' | tar -x -C '{folder.FullName}' ./{Inside}");
            if (run.ExitCode != 0) return run.Errors;
            string fresh = $"{target}.{Environment.ProcessId}";
            File.Move(Path.Combine(folder.FullName, Inside), fresh, overwrite: true); // perhaps from another disk: not in one step
            File.Move(fresh, target, overwrite: true);
            return null;
        }
        catch (Exception e) when (e is LiveStyleException or IOException or UnauthorizedAccessException)
        {
            return e.Message;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
