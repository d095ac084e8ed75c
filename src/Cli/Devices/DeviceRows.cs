using LiveStyle.Capture.Cameras;
using LiveStyle.Render.VirtualCamera;

namespace LiveStyle.Cli.Devices;

/// <summary>The devices of this machine as rows.</summary>
internal static class DeviceRows
{
    private const string NoCamera =
        "There is no camera. Plug one in; inside a container or virtual machine, hand its /dev/video* in. Without one: livestyle demo.";

    public static DevicesReport Report()
    {
        CameraRow[] cameras = [.. CameraList.Find().Select(Row)];
        IReadOnlyList<VirtualCameraInfo> sinks = VirtualCameraList.Find();
        return new DevicesReport(cameras, sinks, [.. Cures(cameras, sinks)]);
    }

    private static CameraRow Row(CameraInfo camera) => new(
        camera.Id, camera.Path, camera.Name, camera.Driver, camera.IsVirtual, [.. camera.Modes.Select(Row)], camera.Problem);

    private static CameraFormatRow Row(CameraMode mode) => new(
        mode.PixelFormat, mode.HasSizeRange ? $"{mode.Smallest} to {mode.Largest}" : mode.Largest.ToString(),
        [.. mode.Rates.Select(rate => Math.Round(rate.PerSecond, 2))], CameraModeChoice.CanRead(mode));

    private static IEnumerable<string> Cures(CameraRow[] cameras, IReadOnlyList<VirtualCameraInfo> sinks)
    {
        if (cameras.Length == 0) yield return NoCamera;
        if (sinks.Count == 0) yield return "There is no virtual camera. " + VirtualCameraList.Cure;
        foreach (VirtualCameraInfo shared in sinks.Where(sink => !sink.IsExclusive)) yield return $"{shared.Path}: {VirtualCameraList.ExclusiveHint}";
    }
}
