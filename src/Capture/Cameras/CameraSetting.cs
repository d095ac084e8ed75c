using LiveStyle.Frames;

namespace LiveStyle.Capture.Cameras;

/// <summary>What a camera is set to.</summary>
/// <param name="PixelFormat">V4L2's four letters; <see langword="null"/>: what the driver gives.</param>
/// <param name="Size">Size in pixels.</param>
/// <param name="Rate">Frames a second.</param>
public sealed record CameraSetting(string? PixelFormat, FrameFormat Size, FrameRate Rate)
{
    /// <summary><c>640x480 at 30 (MJPG)</c></summary>
    public override string ToString() => FormattableString.Invariant($"{Size} at {Rate.PerSecond:0.##} ({PixelFormat ?? "as it comes"})");
}
