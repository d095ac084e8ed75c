using LiveStyle.Frames;

namespace LiveStyle.Video;

/// <summary>The making of a film has ended early, and what is complete of it is kept.</summary>
public sealed class FilmUnfinishedException(ExitCode exitCode, string reason, string cure, Exception inner)
    : LiveStyleException(exitCode, $"{reason} {cure}", inner);
