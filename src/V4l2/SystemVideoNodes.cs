using System.Globalization;
using System.Runtime.InteropServices;

namespace LiveStyle.V4l2;

/// <summary>The video nodes of this machine: <c>/dev/video*</c>, udev's links to them, and their names in sysfs.</summary>
internal sealed class SystemVideoNodes : IVideoNodes
{
    private const string Devices = "/dev", Links = "/dev/v4l", Names = "/sys/class/video4linux", Prefix = "video";

    public static IVideoNodes Instance { get; } = new SystemVideoNodes();

    public IReadOnlyList<VideoNode> List()
    {
        Dictionary<string, string> byId = LinksIn("by-id"), byPath = LinksIn("by-path");
        return
        [
            .. Directory.EnumerateFiles(Devices, Prefix + "*")
                .Where(path => Number(path) is not null)
                .OrderBy(Number)
                .Select(path => new VideoNode(
                    path, Attribute(path, "name") ?? "", int.TryParse(Attribute(path, "index"), out int index) ? index : 0,
                    byId.GetValueOrDefault(path), byPath.GetValueOrDefault(path))),
        ];
    }

    public DeviceError Open(string path, out IVideoDevice? device)
    {
        var handle = new DescriptorHandle(Libc.Open(path, Libc.ReadWrite | Libc.NonBlocking | Libc.CloseOnExec));
        var error = (DeviceError)Marshal.GetLastPInvokeError();
        device = handle.IsInvalid ? null : new VideoDevice(handle);
        return handle.IsInvalid ? error : DeviceError.None;
    }

    private static int? Number(string path) =>
        int.TryParse(Path.GetFileName(path).AsSpan(Prefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : null;

    private static string? Attribute(string path, string name)
    {
        try
        {
            return File.ReadAllText(Path.Combine(Names, Path.GetFileName(path), name)).Trim();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null; // gone in between, or a container without sysfs
        }
    }

    /// <summary>Links of one of udev's folders, by the node that they lead to.</summary>
    private static Dictionary<string, string> LinksIn(string folder)
    {
        var links = new Dictionary<string, string>();
        string path = Path.Combine(Links, folder);
        if (!Directory.Exists(path)) return links;
        foreach (string link in Directory.EnumerateFiles(path).Order(StringComparer.Ordinal))
            if (File.ResolveLinkTarget(link, returnFinalTarget: true) is { } target) links.TryAdd(target.FullName, link);
        return links;
    }
}
