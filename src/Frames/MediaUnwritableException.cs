namespace LiveStyle.Frames;

/// <summary>An output can't be created or finished: no space, no permission, a refused codec.</summary>
public sealed class MediaUnwritableException(string path, string reason, string? cure = null, Exception? inner = null)
    : LiveStyleException(ExitCode.Media, $"Cannot write '{path}': {reason}.{(cure is null ? "" : " " + cure)}", inner)
{
    /// <summary>Why, without the file's name: for those who write the file as a part of another.</summary>
    public string Reason { get; } = reason;

    /// <summary>The output is there already, and may not be replaced.</summary>
    /// <param name="path">As typed.</param>
    public static MediaUnwritableException Exists(string path) => new(path, "it exists already", "Use --force to overwrite it.");
}
