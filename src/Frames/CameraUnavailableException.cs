namespace LiveStyle.Frames;

/// <summary>A camera is missing, busy, not permitted, or has stopped.</summary>
public sealed class CameraUnavailableException(string camera, string reason, Exception? inner = null)
    : LiveStyleException(
        ExitCode.Device, $"Cannot use {(camera.Length > 0 ? $"camera '{camera}'" : "a camera")}: {reason}. List cameras with 'livestyle devices'.", inner);
