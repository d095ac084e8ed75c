using LiveStyle.V4l2;

namespace LiveStyle.Render.VirtualCamera;

/// <summary>The v4l2loopback devices of this machine.</summary>
public static class VirtualCameraList
{
    /// <summary>What to do where there is none.</summary>
    public const string Cure =
        "Make one with: sudo modprobe v4l2loopback devices=1 exclusive_caps=1 card_label=\"LiveStyle Camera\" (Debian package v4l2loopback-dkms).";

    /// <summary>What to do where Chromium does not see it.</summary>
    public const string ExclusiveHint =
        "Chromium and others will not list it, because v4l2loopback was loaded without exclusive_caps=1: sudo modprobe -r v4l2loopback, then " +
        "sudo modprobe v4l2loopback devices=1 exclusive_caps=1 card_label=\"LiveStyle Camera\".";

    /// <summary>All of them, by number.</summary>
    public static IReadOnlyList<VirtualCameraInfo> Find() => Find(SystemVideoNodes.Instance);

    internal static IReadOnlyList<VirtualCameraInfo> Find(IVideoNodes nodes) => [.. nodes.List().Select(node => Look(nodes, node)).OfType<VirtualCameraInfo>()];

    private static VirtualCameraInfo? Look(IVideoNodes nodes, VideoNode node)
    {
        nodes.Open(node.Path, out IVideoDevice? device);
        if (device is null) return null; // whether it is one is not known; the list of cameras says what is wrong with it
        using (device)
        {
            if (device.QueryCapability(out CapabilityRecord capability) != DeviceError.None || !LoopbackDevice.Is(capability)) return null;
            bool canWrite = !LoopbackDevice.HasWriter(capability);
            return new VirtualCameraInfo(
                node.Path, capability.CardName, canWrite, LoopbackDevice.IsExclusive(capability),
                canWrite ? null : "another program writes to it");
        }
    }
}
