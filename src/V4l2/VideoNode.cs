namespace LiveStyle.V4l2;

/// <summary>One video node of the machine, before it is opened.</summary>
/// <param name="Path"><c>/dev/video0</c>.</param>
/// <param name="Name">Its name in sysfs, which needs no permission.</param>
/// <param name="Index">Place among the nodes of the same device; 0 is the one that captures, in practice.</param>
/// <param name="ById">Link in /dev/v4l/by-id: the same for the same camera, wherever it is plugged in.</param>
/// <param name="ByPath">Link in /dev/v4l/by-path: the same for the same socket.</param>
internal sealed record VideoNode(string Path, string Name, int Index = 0, string? ById = null, string? ByPath = null);
