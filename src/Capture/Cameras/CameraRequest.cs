using LiveStyle.Frames;

namespace LiveStyle.Capture.Cameras;

/// <summary>What is asked of a camera. It may deliver the nearest that it can.</summary>
public sealed record CameraRequest
{
    /// <summary>Size in pixels. Default 640x480.</summary>
    public FrameFormat Size { get; init; } = new(640, 480);

    /// <summary>Frames a second. Default 30.</summary>
    public double FramesPerSecond { get; init; } = 30;

    /// <summary>V4L2's four letters (<c>MJPG</c>). Default <see langword="null"/>: chosen by <see cref="CameraModeChoice"/>.</summary>
    public string? PixelFormat { get; init; }
}
