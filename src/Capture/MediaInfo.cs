using LiveStyle.Frames;

namespace LiveStyle.Capture;

/// <summary>What a file says of itself before anything is decoded.</summary>
public sealed record MediaInfo
{
    /// <summary>The file as the user named it.</summary>
    public required string Path { get; init; }

    /// <summary>FFmpeg's name of the container: <c>mov,mp4,m4a,3gp,3g2,mj2</c>.</summary>
    public required string Container { get; init; }

    /// <summary>Zero of picture and sound together: the earliest time stamp in the file. Presentation times count from here.</summary>
    public TimeSpan StartTime { get; init; }

    /// <summary>Length of the longest stream, or <see langword="null"/> if unknown.</summary>
    public TimeSpan? Duration { get; init; }

    /// <summary>The pictures.</summary>
    public required VideoStreamInfo Video { get; init; }

    /// <summary>The sound tracks, in the file's order. Empty: no sound.</summary>
    public IReadOnlyList<AudioStreamInfo> Audio { get; init; } = [];

    /// <summary>Every stream of the file, in its order: pictures, sound, subtitles, covers, attachments.</summary>
    public IReadOnlyList<MediaTrack> Tracks { get; init; } = [];

    /// <summary>True if the file has chapters.</summary>
    public bool HasChapters { get; init; }

    /// <summary>
    /// What <see cref="VideoIndex.TimeLines"/> said of it, set by who has read the index: with several time lines no place can be found by its time, so
    /// the file is decoded from its beginning. Default: one time line.
    /// </summary>
    public IReadOnlyList<TimeSpan> TimeLines { get; init; } = [];

    /// <summary>True if the video is made of pictures that are unpacked or in files of their own, so that it has nothing else.</summary>
    public bool IsOfPictures => Pictures is not null;

    /// <summary>The pictures, where the video is made of pictures in files of their own.</summary>
    internal Files.PictureList? Pictures { get; init; }

    /// <summary>Frames to expect: from the index if there is one, else from length and rate. For progress only.</summary>
    public long? ExpectedFrames =>
        Video.FrameCount ?? ((Video.Duration ?? Duration) is { } length && Video.Rate is { } rate
            ? (long)Math.Round(length.TotalSeconds * rate.PerSecond)
            : null);
}
