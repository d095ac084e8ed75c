namespace LiveStyle.Frames;

/// <summary>What a source says of itself before its first frame.</summary>
public sealed record SourceInfo
{
    /// <summary>What the user would call it: a path, a device, "test pattern".</summary>
    public required string Name { get; init; }

    /// <summary>Size of the first frame. Sources of pictures (a folder) may change it later; every <see cref="Frame"/> has its own.</summary>
    public required FrameFormat Format { get; init; }

    /// <summary>Nominal frames a second, or <see langword="null"/> where there is no such thing (a still).</summary>
    public FrameRate? Rate { get; init; }

    /// <summary>Frames to expect, for progress only: containers may be wrong. <see langword="null"/> if unknown.</summary>
    public long? FrameCount { get; init; }

    /// <summary>True if frames come at their own time and are lost when nobody takes them (a camera).</summary>
    public bool IsLive { get; init; }
}
