namespace LiveStyle.V4l2.Tests;

/// <summary>The video nodes of a machine that exists only here.</summary>
internal sealed class FakeVideoNodes(params FakeVideoNode[] nodes) : IVideoNodes
{
    public IReadOnlyList<VideoNode> List() => [.. nodes.Select(node => node.Node)];

    public DeviceError Open(string path, out IVideoDevice? device)
    {
        FakeVideoNode? node = nodes.FirstOrDefault(node => node.Node.Path == path);
        DeviceError error = node?.OpenError ?? DeviceError.NoEntry;
        device = error == DeviceError.None ? new FakeVideoDevice(node!) : null;
        return error;
    }
}
