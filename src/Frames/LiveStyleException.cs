namespace LiveStyle.Frames;

/// <summary>A failure that the user can act on. The message is shown as is: what failed, why, what to try.</summary>
public abstract class LiveStyleException(ExitCode exitCode, string message, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>What the process returns.</summary>
    public ExitCode ExitCode { get; } = exitCode;
}
