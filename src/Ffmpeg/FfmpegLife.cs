namespace LiveStyle.Ffmpeg;

/// <summary>What an ffmpeg does when this process dies without ending it, killed by signal 9.</summary>
public enum FfmpegLife
{
    /// <summary>It sees the end of its stdin and closes the file that it writes: what was recorded plays.</summary>
    FinishesFile,

    /// <summary>It is killed at once: it would go on to listen, or to hold a camera's only connection.</summary>
    EndsWithUs,
}
