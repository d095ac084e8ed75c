namespace LiveStyle.TestMedia;

/// <summary>A video that programs get wrong, and how to make it.</summary>
/// <param name="Name">File name; says what is hard about it.</param>
/// <param name="Arguments">ffmpeg's arguments without the output. <c>{}</c> is the folder, which has the files of <see cref="HardCases.Prepare"/>; names of
/// such files instead are to be joined, byte by byte.</param>
public sealed record HardCase(string Name, string Arguments)
{
    /// <summary>A word of the notice that reading it gives; <see langword="null"/> if it gives none.</summary>
    public string? Notice { get; init; }

    /// <summary>False where ffprobe knows no times of the frames, or such as do not rise, or knows nothing of the file.</summary>
    public bool HasTimes { get; init; } = true;

    /// <summary>True if frames are made anew (deinterlaced, tone-mapped, over black), so that they are not ffmpeg's plain picture.</summary>
    public bool ChangesPixels => Notice is not null;

    /// <summary>The name: what a test's list shows.</summary>
    public override string ToString() => Name;
}
