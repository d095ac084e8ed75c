using LiveStyle.Frames;

namespace LiveStyle.Render;

/// <summary>A video file to be written.</summary>
public sealed record VideoFileOptions
{
    /// <summary>Where to; the extension decides the container (.mp4, .mkv, .mov, .webm ...).</summary>
    public required string Path { get; init; }

    /// <summary>What messages call it. Default: its path. For a part: the film that the user asked for.</summary>
    public string? Name { get; init; }

    /// <summary>Nominal rate: how long the last frame is shown, and a hint for the encoder. Time stamps are the frames' own.</summary>
    public required FrameRate Rate { get; init; }

    /// <summary>
    /// Ticks a second of the output's time stamps. Take the source's, then its stamps come out as they were. Default 0: fine enough for
    /// <see cref="Rate"/>.
    /// </summary>
    public int TicksPerSecond { get; init; }

    /// <summary>Width to height of a pixel. Default square.</summary>
    public (int Width, int Height) PixelAspect { get; init; } = (1, 1);

    /// <summary>Point of the presentation time line that is zero in the file: for a part, its first frame's time. Default: zero.</summary>
    public TimeSpan Start { get; init; }

    /// <summary>How the source's YUV means colours, so that the output's does alike. Default <see langword="null"/>: BT.709, limited range.</summary>
    public PictureColors? Colors { get; init; }

    /// <summary>Encoder and quality.</summary>
    public VideoEncoding Encoding { get; init; } = new();

    /// <summary>True: <see cref="Encoding"/> is an <see cref="EncodingChoice"/>'s, and taken as it is. Default false: it is a wish, which the sink settles.</summary>
    public bool IsSettled { get; init; }

    /// <summary>
    /// Default false: what a failed encoder has written is thrown away, since the video can be made again. True keeps it under the name: a
    /// live recording can't. In .mkv it plays.
    /// </summary>
    public bool KeepsPart { get; init; }

    /// <summary>True: an existing file is replaced, when the new one is complete. Default false: refused.</summary>
    public bool Overwrite { get; init; }
}
