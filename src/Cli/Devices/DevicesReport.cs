using LiveStyle.Render.VirtualCamera;

namespace LiveStyle.Cli.Devices;

/// <summary>What <c>livestyle devices --json</c> prints.</summary>
/// <param name="Cameras">Where pictures can come from.</param>
/// <param name="VirtualCameras">Where they can go to.</param>
/// <param name="Cures">What to do about what is missing.</param>
internal sealed record DevicesReport(IReadOnlyList<CameraRow> Cameras, IReadOnlyList<VirtualCameraInfo> VirtualCameras, IReadOnlyList<string> Cures);
