namespace LiveStyle.Frames;

/// <summary>There is no virtual camera, or it can't be written.</summary>
public sealed class VirtualCameraUnavailableException(string camera, string reason, string? cure = null, Exception? inner = null)
    : LiveStyleException(ExitCode.Device, $"Cannot write to {camera}: {reason}.{(cure is null ? "" : " " + cure)}", inner);
