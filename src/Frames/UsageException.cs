namespace LiveStyle.Frames;

/// <summary>Options that are each well-formed but make no sense together, or with this input.</summary>
public sealed class UsageException(string message) : LiveStyleException(ExitCode.Usage, message);
