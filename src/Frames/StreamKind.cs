namespace LiveStyle.Frames;

/// <summary>What a stream of a media file carries.</summary>
public enum StreamKind
{
    /// <summary>Pictures: the film, or a cover.</summary>
    Video,

    /// <summary>Sound.</summary>
    Audio,

    /// <summary>Subtitles, as text or as pictures.</summary>
    Subtitle,

    /// <summary>Time codes, telemetry and the like.</summary>
    Data,

    /// <summary>A file within the file: a font.</summary>
    Attachment,
}
