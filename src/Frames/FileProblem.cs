namespace LiveStyle.Frames;

/// <summary>What the system means when it refuses a file, in words.</summary>
public static class FileProblem
{
    private const int NoSpace = 28, NoQuota = 122; // errno: ENOSPC, EDQUOT

    /// <summary>Why, as the end of a sentence.</summary>
    public static string Reason(Exception e) => e switch
    {
        DirectoryNotFoundException => "its folder does not exist",
        UnauthorizedAccessException => "writing in its folder is not permitted",
        PathTooLongException => "its name is too long",
        IOException { HResult: NoSpace or NoQuota } => "the disk is full",
        _ => e.Message.TrimEnd('.'),
    };
}
