using LiveStyle.V4l2;

namespace LiveStyle.Capture.Cameras;

/// <summary>The cameras of this machine, by V4L2.</summary>
public static class CameraList
{
    /// <summary>Every node that delivers pictures now, by number. Nodes for metadata and virtual cameras that nobody writes to are left out.</summary>
    /// <remarks>Opens each node for a moment, which disturbs nobody: no format is set and nothing is streamed.</remarks>
    public static IReadOnlyList<CameraInfo> Find() => Find(SystemVideoNodes.Instance);

    internal static IReadOnlyList<CameraInfo> Find(IVideoNodes nodes)
    {
        var cameras = new List<CameraInfo>();
        foreach (VideoNode node in nodes.List())
        {
            if (CameraProbe.Look(nodes, node) is not { } camera) continue;
            int twins = cameras.Count(other => other.Id == camera.Id); // one device with two sensors and no udev
            cameras.Add(twins == 0 ? camera : camera with { Id = $"{camera.Id}#{twins + 1}" });
        }

        return cameras;
    }
}
