using LiveStyle.Frames;

namespace LiveStyle.Capture;

/// <summary>Temporary: read's contract.</summary>
public sealed record VideoReadOptions
{
    /// <summary>First.</summary>
    public TimeSpan From { get; init; }

    /// <summary>End.</summary>
    public TimeSpan? To { get; init; }

    /// <summary>Rate.</summary>
    public FrameRate? Rate { get; init; }

    /// <summary>Size.</summary>
    public FrameFormat? Size { get; init; }

    /// <summary>Deinterlacing.</summary>
    public Deinterlacing Deinterlace { get; init; }
}
