namespace LiveStyle.Render;

/// <summary>The file whose sound, subtitles, chapters, covers and titles go into the output.</summary>
public sealed record SourceMedia
{
    /// <summary>The file.</summary>
    public required string Path { get; init; }

    /// <summary>Zero of its time line, from which the frames' presentation times count.</summary>
    public TimeSpan StartTime { get; init; }

    /// <summary>
    /// Where its time stamps fall back by more than a second and begin anew: what is added to those of the second time line, the third and so
    /// on. Default: one time line.
    /// </summary>
    public IReadOnlyList<TimeSpan> TimeLines { get; init; } = [];
}
