namespace LiveStyle.Capture.Cameras;

/// <summary>One camera of this machine.</summary>
public sealed record CameraInfo
{
    /// <summary><c>/dev/video0</c>: another one after the next start, perhaps.</summary>
    public required string Path { get; init; }

    /// <summary>What stays the same when it is unplugged and plugged in again: udev's by-id name, else its by-path name, else the bus.</summary>
    public required string Id { get; init; }

    /// <summary>What its maker calls it.</summary>
    public required string Name { get; init; }

    /// <summary>The kernel's driver: <c>uvcvideo</c>. Empty if it may not be opened.</summary>
    public string Driver { get; init; } = "";

    /// <summary>True for a v4l2loopback that a program writes to.</summary>
    public bool IsVirtual { get; init; }

    /// <summary>What it can deliver, in the driver's order.</summary>
    public IReadOnlyList<CameraMode> Modes { get; init; } = [];

    /// <summary>Why it can't be used, with the cure; <see langword="null"/> if it can.</summary>
    public string? Problem { get; init; }
}
