using LiveStyle.Frames;

namespace LiveStyle.Render.VirtualCamera;

/// <summary>Which virtual camera, and what it shows.</summary>
public sealed record VirtualCameraOptions
{
    /// <summary><c>/dev/video10</c>. Default <see langword="null"/>: the first v4l2loopback that nobody writes to.</summary>
    public string? Device { get; init; }

    /// <summary>What readers are told. Default 30 frames a second. Pictures are shown when they come, whatever it says.</summary>
    public FrameRate Rate { get; init; } = new(30, 1);

    /// <summary>Default <see cref="VirtualCameraFormat.Yuyv"/>, which every program reads.</summary>
    public VirtualCameraFormat Format { get; init; }
}
