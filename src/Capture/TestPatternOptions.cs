using LiveStyle.Frames;

namespace LiveStyle.Capture;

/// <summary>What the test pattern looks like and how long it lasts.</summary>
public sealed record TestPatternOptions
{
    /// <summary>Size in pixels. Default 640x360.</summary>
    public FrameFormat Format { get; init; } = new(640, 360);

    /// <summary>Frames a second. Default 30.</summary>
    public FrameRate Rate { get; init; } = new(30, 1);

    /// <summary>Frames until the end. Default <see langword="null"/>: for ever.</summary>
    public long? Count { get; init; }

    /// <summary>
    /// True: frames come at <see cref="Rate"/>, and those that find no free buffer are dropped, as a camera's are. Default false: as fast
    /// as they are taken.
    /// </summary>
    public bool Live { get; init; }
}
