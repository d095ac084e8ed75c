using LiveStyle.Frames;

namespace LiveStyle.Capture.Cameras;

/// <summary>One way in which a camera delivers: a pixel format, a size or a range of sizes, and the rates that go with it.</summary>
public sealed record CameraMode
{
    /// <summary>V4L2's four letters: <c>YUYV</c>, <c>MJPG</c>.</summary>
    public required string PixelFormat { get; init; }

    /// <summary>The smallest size.</summary>
    public required FrameFormat Smallest { get; init; }

    /// <summary>The largest; the same as <see cref="Smallest"/> for one size.</summary>
    public required FrameFormat Largest { get; init; }

    /// <summary>Distance from one size of a range to the next.</summary>
    public FrameFormat Step { get; init; } = new(1, 1);

    /// <summary>Frames a second, fastest first; of a range of rates its ends. Empty: the driver doesn't say.</summary>
    public IReadOnlyList<FrameRate> Rates { get; init; } = [];

    /// <summary>True: every rate between the two of <see cref="Rates"/> is possible too.</summary>
    public bool HasRateRange { get; init; }

    /// <summary>True for a range of sizes.</summary>
    public bool HasSizeRange => Smallest != Largest;
}
