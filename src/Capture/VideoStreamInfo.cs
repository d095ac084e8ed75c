using LiveStyle.Frames;
using LiveStyle.Frames.Yuv;

namespace LiveStyle.Capture;

/// <summary>The picture track of a file: the first that is no cover, which is the one that is decoded.</summary>
public sealed record VideoStreamInfo
{
    /// <summary>FFmpeg's name: <c>h264</c>.</summary>
    public required string Codec { get; init; }

    /// <summary>Size in which the pictures are shown, that is after <see cref="Rotation"/>.</summary>
    public required FrameFormat Format { get; init; }

    /// <summary>Quarter turns that players apply, in degrees clockwise: 0, 90, 180 or 270. The decoder applies them too.</summary>
    public int Rotation { get; init; }

    /// <summary>True if players show left and right exchanged, before they turn the picture.</summary>
    public bool IsMirrored { get; init; }

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

    /// <summary>How its numbers mean colours.</summary>
    public PictureColors Colors { get; init; } = new();

    /// <summary>How the colours of the frames are meant that are read of it: as its own, but for HDR, which becomes BT.709.</summary>
    public PictureColors ShownColors => IsHdr ? PictureColors.HighDefinition : Colors;

    /// <summary>FFmpeg's name of how pixels are stored: <c>yuv420p10le</c>; "unknown" if the file does not say.</summary>
    public string PixelFormat { get; init; } = "unknown";

    /// <summary>Where colour samples stand, in 4:2:0; before <see cref="Rotation"/>. Where the file does not say: as its codec does.</summary>
    public ChromaSiting Siting { get; init; } = ChromaSiting.Left;

    /// <summary>Bits of each colour of a pixel: 8, 10, 12.</summary>
    public int BitDepth { get; init; } = 8;

    /// <summary>FFmpeg's name of the order of half pictures: <c>tt</c> and <c>bb</c> for top or bottom first, <c>progressive</c>, or "unknown".</summary>
    public string FieldOrder { get; init; } = "unknown";

    /// <summary>True if frames are woven from two moments.</summary>
    public bool IsInterlaced => FieldOrder is "tt" or "bb" or "tb" or "bt";

    /// <summary>True for brighter pictures than a usual screen shows: the curves PQ and HLG.</summary>
    public bool IsHdr => Colors.Transfer is "smpte2084" or "arib-std-b67";

    /// <summary>True if pixels may be transparent.</summary>
    public bool HasAlpha { get; init; }

    /// <summary>Number of the stream in its file.</summary>
    public int Index { get; init; }

    /// <summary>Unit of the stream's time stamps.</summary>
    internal Files.TimeBase TimeBase { get; init; } = new(1, 1000);

    /// <summary>Pictures that the decoder holds back to bring them into order.</summary>
    internal int ReorderDelay { get; init; }

    /// <summary>True if players show it otherwise than it is stored.</summary>
    internal bool IsTurned => IsMirrored || Rotation != 0;

    /// <summary>Size before <see cref="Rotation"/>.</summary>
    internal FrameFormat Stored => Rotation is 90 or 270 ? new FrameFormat(Format.Height, Format.Width) : Format;
}
