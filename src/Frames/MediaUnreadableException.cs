namespace LiveStyle.Frames;

/// <summary>An input is missing, is no picture or video, or is damaged.</summary>
public sealed class MediaUnreadableException(string path, string reason, string? cure = null, Exception? inner = null)
    : LiveStyleException(ExitCode.Media, $"Cannot read '{path}': {reason}.{(cure is null ? "" : " " + cure)}", inner);
