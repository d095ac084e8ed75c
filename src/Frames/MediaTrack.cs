namespace LiveStyle.Frames;

/// <summary>One stream (track) of a media file: what those who copy it into another file must know.</summary>
public sealed record MediaTrack
{
    /// <summary>Its number in the file, from 0.</summary>
    public required int Index { get; init; }

    /// <summary>What it carries.</summary>
    public required StreamKind Kind { get; init; }

    /// <summary>FFmpeg's name of the codec: <c>aac</c>, <c>subrip</c>; "unknown" if it has none.</summary>
    public required string Codec { get; init; }

    /// <summary>Three letters of ISO 639-2: <c>deu</c>; <see langword="null"/> if the file does not say.</summary>
    public string? Language { get; init; }

    /// <summary>What players show in their list of tracks.</summary>
    public string? Title { get; init; }

    /// <summary>True for a single picture that players show beside the sound: a cover.</summary>
    public bool IsCover { get; init; }
}
