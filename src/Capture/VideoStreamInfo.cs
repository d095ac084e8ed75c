using LiveStyle.Frames;

namespace LiveStyle.Capture;

/// <summary>The picture track of a file: the first one, which is the one that is decoded.</summary>
public sealed record VideoStreamInfo
{
    /// <summary>FFmpeg's name: <c>h264</c>.</summary>
    public required string Codec { get; init; }

    /// <summary>Size in which the pictures are shown, that is after <see cref="Rotation"/>.</summary>
    public required FrameFormat Format { get; init; }

    /// <summary>Quarter turns that players apply, in degrees clockwise: 0, 90, 180 or 270. The decoder applies them too.</summary>
    public int Rotation { get; init; }

    /// <summary>Mean frames a second; the exact rate where it is constant. <see langword="null"/> if unknown.</summary>
    public FrameRate? Rate { get; init; }

    /// <summary>Ticks a second of the stream's time stamps: 90000 for a time base of 1/90000.</summary>
    public int TicksPerSecond { get; init; }

    /// <summary>First time stamp, on the file's own time line.</summary>
    public TimeSpan StartTime { get; init; }

    /// <summary>How long the pictures last, or <see langword="null"/> if the file does not say.</summary>
    public TimeSpan? Duration { get; init; }

    /// <summary>Frames that the container's index lists; it may be wrong. <see langword="null"/> if it has no such list.</summary>
    public long? FrameCount { get; init; }

    /// <summary>Width to height of a pixel, after <see cref="Rotation"/>: (1, 1) is square.</summary>
    public (int Width, int Height) PixelAspect { get; init; } = (1, 1);

    /// <summary>FFmpeg's name of the YUV matrix: <c>bt709</c>, <c>smpte170m</c>; <see langword="null"/> if the file does not say.</summary>
    public string? ColorMatrix { get; init; }

    /// <summary>True for a single cover picture inside a sound file.</summary>
    public bool IsCoverPicture { get; init; }
}
