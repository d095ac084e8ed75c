using LiveStyle.Frames;
using LiveStyle.V4l2;

namespace LiveStyle.Render.VirtualCamera;

/// <summary>Opens v4l2loopback devices, and knows how they behave (tried with 0.12.7).</summary>
internal static class LoopbackDevice
{
    private const string Driver = "v4l2 loopback";
    private const VideoCapabilities Both = VideoCapabilities.VideoCapture | VideoCapabilities.VideoOutput;

    public static bool Is(in CapabilityRecord capability) => capability.DriverName == Driver;

    /// <summary>With exclusive_caps the side that is in use goes away: a device without OUTPUT has a writer.</summary>
    public static bool HasWriter(in CapabilityRecord capability) => (capability.Node & Both) == VideoCapabilities.VideoCapture;

    public static bool IsExclusive(in CapabilityRecord capability) => (capability.Node & Both) != Both;

    /// <summary>Opens the device named, or the first free one.</summary>
    /// <returns>The device, which the caller owns, its path and what it is.</returns>
    /// <exception cref="VirtualCameraUnavailableException">There is none, it is no virtual camera, or it is taken.</exception>
    public static (IVideoDevice Device, string Path, CapabilityRecord Capability) Open(IVideoNodes nodes, string? path) =>
        path is null ? OpenFirst(nodes) : OpenNamed(nodes, path);

    private static (IVideoDevice, string, CapabilityRecord) OpenNamed(IVideoNodes nodes, string path)
    {
        DeviceError error = nodes.Open(path, out IVideoDevice? device);
        if (device is null)
            throw new VirtualCameraUnavailableException(path, error.Reason(), error == DeviceError.NoEntry ? VirtualCameraList.Cure : null);
        try
        {
            error = device.QueryCapability(out CapabilityRecord capability);
            if (error != DeviceError.None) throw new VirtualCameraUnavailableException(path, error.Reason());
            if (!Is(capability)) throw new VirtualCameraUnavailableException(path, $"'{capability.CardName}' is no virtual camera", VirtualCameraList.Cure);
            if (HasWriter(capability)) throw Taken(path);
            if ((capability.Node & Both) != VideoCapabilities.None) return (device, path, capability);
        }
        catch
        {
            device.Dispose();
            throw;
        }

        return Repair(nodes, device, path);
    }

    /// <summary>
    /// A program that wrote without STREAMON (ffmpeg does) leaves a device that is neither camera nor output, and refuses everyone.
    /// Whoever asks for STREAMON, even in vain, and closes the device gives it back.
    /// </summary>
    private static (IVideoDevice, string, CapabilityRecord) Repair(IVideoNodes nodes, IVideoDevice broken, string path)
    {
        using (broken) broken.Stream(on: true, BufferType.VideoOutput);
        DeviceError error = nodes.Open(path, out IVideoDevice? device);
        if (device is null) throw new VirtualCameraUnavailableException(path, error.Reason());
        device.QueryCapability(out CapabilityRecord capability);
        if (capability.Node.HasFlag(VideoCapabilities.VideoOutput)) return (device, path, capability);
        device.Dispose();
        throw new VirtualCameraUnavailableException(path, "the driver takes no pictures", "Load it anew: sudo modprobe -r v4l2loopback. " + VirtualCameraList.Cure);
    }

    private static (IVideoDevice, string, CapabilityRecord) OpenFirst(IVideoNodes nodes)
    {
        IReadOnlyList<VirtualCameraInfo> all = VirtualCameraList.Find(nodes);
        if (all.Count == 0) throw new VirtualCameraUnavailableException("a virtual camera", "there is none", VirtualCameraList.Cure);
        VirtualCameraInfo? free = all.FirstOrDefault(camera => camera.CanWrite);
        return free is null ? throw Taken(string.Join(", ", all.Select(camera => camera.Path))) : OpenNamed(nodes, free.Path);
    }

    public static VirtualCameraUnavailableException Taken(string path) =>
        new(path, "another program writes to it", "End that program (OBS: Stop Virtual Camera), or add devices: modprobe v4l2loopback devices=2.");
}
