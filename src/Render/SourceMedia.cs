namespace LiveStyle.Render;

/// <summary>The file whose sound, chapters and title go into the output unchanged.</summary>
public sealed record SourceMedia
{
    /// <summary>The file.</summary>
    public required string Path { get; init; }

    /// <summary>Zero of its time line, from which the frames' presentation times count.</summary>
    public TimeSpan StartTime { get; init; }

    /// <summary>FFmpeg's names of the sound tracks' codecs, in the file's order. Empty: no sound.</summary>
    public IReadOnlyList<string> AudioCodecs { get; init; } = [];
}
