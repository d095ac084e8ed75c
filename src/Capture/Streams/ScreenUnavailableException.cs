using LiveStyle.Frames;

namespace LiveStyle.Capture.Streams;

/// <summary>There is no X11 screen to capture, or not what was asked for on it.</summary>
public sealed class ScreenUnavailableException(string what, string reason, string cure, Exception? inner = null)
    : LiveStyleException(ExitCode.Device, $"Cannot capture {what}: {reason}. {cure}", inner);
