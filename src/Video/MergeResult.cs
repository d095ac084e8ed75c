namespace LiveStyle.Video;

/// <summary>A film that was joined.</summary>
public sealed record MergeResult
{
    /// <summary>The film.</summary>
    public required string Output { get; init; }

    /// <summary>Parts of the job.</summary>
    public required int Parts { get; init; }

    /// <summary>Frames of all parts, and of the film: that was looked at.</summary>
    public required long Frames { get; init; }

    /// <summary>From the first frame to the end of the last.</summary>
    public required double Seconds { get; init; }

    /// <summary>Length of the file.</summary>
    public required long Bytes { get; init; }

    /// <summary>Frames of the source that were damaged, and concealed.</summary>
    public required long Concealed { get; init; }

    /// <summary>Why the source ended before it should have.</summary>
    public string? Damage { get; init; }

    /// <summary>What the user should know, one line each.</summary>
    public IReadOnlyList<string> Notices { get; init; } = [];
}
