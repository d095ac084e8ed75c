namespace LiveStyle.Frames;

/// <summary>A device is missing, busy or not permitted: a display, a virtual camera.</summary>
public sealed class DeviceUnavailableException(string device, string reason, string? cure = null, Exception? inner = null)
    : LiveStyleException(ExitCode.Device, $"Cannot use {device}: {reason}.{(cure is null ? "" : " " + cure)}", inner);
