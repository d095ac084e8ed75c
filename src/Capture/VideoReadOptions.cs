using LiveStyle.Frames;

namespace LiveStyle.Capture;

/// <summary>Which frames of a video are read, and how.</summary>
public sealed record VideoReadOptions
{
    /// <summary>First moment that is read, counted from <see cref="MediaInfo.StartTime"/>. Default zero: from the beginning.</summary>
    public TimeSpan From { get; init; }

    /// <summary>First moment that is read no more. Default <see langword="null"/>: to the end.</summary>
    public TimeSpan? To { get; init; }

    /// <summary>Frames a second, at which frames are left out and repeated. Default <see langword="null"/>: the file's own frames.</summary>
    /// <remarks>The frames then lie at multiples of the interval on the file's whole time line, wherever reading begins.</remarks>
    public FrameRate? Rate { get; init; }

    /// <summary>Size to which frames are scaled. Default <see langword="null"/>: as they are.</summary>
    public FrameFormat? Size { get; init; }

    /// <summary>What is done about interlaced pictures. Default <see cref="Deinterlacing.Auto"/>.</summary>
    public Deinterlacing Deinterlace { get; init; }
}
