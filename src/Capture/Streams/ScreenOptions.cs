using LiveStyle.Frames;

namespace LiveStyle.Capture.Streams;

/// <summary>What of the screen is to be shown.</summary>
public sealed record ScreenOptions
{
    /// <summary>X display. Default <see langword="null"/>: what the environment variable DISPLAY names.</summary>
    public string? Display { get; init; }

    /// <summary>A part of the screen. Default <see langword="null"/>: all of it.</summary>
    public ScreenRegion? Region { get; init; }

    /// <summary>
    /// A window by its id (0x3a00007 or decimal), its title, or a part of its title, whatever its case. Default <see langword="null"/>:
    /// the screen. What lies above the window may show in it.
    /// </summary>
    public string? Window { get; init; }

    /// <summary>Frames a second. Default 30.</summary>
    public FrameRate Rate { get; init; } = new(30, 1);

    /// <summary>True shows the mouse pointer. Default true.</summary>
    public bool Cursor { get; init; } = true;
}
