using LiveStyle.Frames;

namespace LiveStyle.Render;

/// <summary>A video file to be made of finished parts, with sound and all else of the source.</summary>
public sealed record VideoMuxOptions
{
    /// <summary>Where to; the extension decides the container.</summary>
    public required string Path { get; init; }

    /// <summary>The pictures, in their order. All were encoded in the same way.</summary>
    public required IReadOnlyList<EncodedPart> Pictures { get; init; }

    /// <summary>Ticks a second of the pictures' time stamps, as in <see cref="VideoFileOptions.TicksPerSecond"/>. Default 0: the parts'.</summary>
    public int TicksPerSecond { get; init; }

    /// <summary>
    /// What the parts' <see cref="VideoFileOptions.Colors"/> was. The range is said again in the film: a .mov part can't say it, so where the codec does
    /// not either (FFV1, ProRes) it would be lost. Default <see langword="null"/>: as the parts say.
    /// </summary>
    public PictureColors? Colors { get; init; }

    /// <summary>Frames that the parts must have together. Default <see langword="null"/>: not checked against a number.</summary>
    public long? Frames { get; init; }

    /// <summary>Where everything else comes from. Default: nowhere.</summary>
    public SourceMedia? KeepFrom { get; init; }

    /// <summary>Point of the presentation time line that becomes zero; what lies before it is left out. Default: the beginning.</summary>
    public TimeSpan From { get; init; }

    /// <summary>Where sound and subtitles end. Default <see langword="null"/>: with the source.</summary>
    public TimeSpan? To { get; init; }

    /// <summary>For animations and numbered pictures: how often it plays, and options of the encoder. Films' parts are encoded already.</summary>
    public VideoEncoding Encoding { get; init; } = new();

    /// <summary>True: an existing file is replaced, when the new one is complete. Default false: refused.</summary>
    public bool Overwrite { get; init; }
}
