namespace LiveStyle.Frames;

/// <summary>A program or library that the work needs is missing or fails here.</summary>
public sealed class BackendUnavailableException(string backend, string reason, string? cure = null, Exception? inner = null)
    : LiveStyleException(ExitCode.Backend, $"{backend} is not usable: {reason}.{(cure is null ? "" : " " + cure)}", inner);
