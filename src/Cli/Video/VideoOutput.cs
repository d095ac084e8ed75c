using LiveStyle.Capture;
using LiveStyle.Frames;
using LiveStyle.Render;

namespace LiveStyle.Cli.Video;

/// <summary>What Capture knows of the source, as Render's options: the output takes over rate, time base, pixel shape and sound.</summary>
internal static class VideoOutput
{
    /// <summary>Opens the output of <paramref name="job"/>.</summary>
    /// <returns>A sink that the caller owns.</returns>
    /// <exception cref="LiveStyleException">It can't be written, or exists already.</exception>
    public static FilmSink Open(VideoJob job, MediaInfo media, SourceInfo source) =>
        new(Pictures(job, media, source), new SourceMedia { Path = media.Path, StartTime = media.StartTime });

    /// <summary>How the pictures alone are written.</summary>
    public static VideoFileOptions Pictures(VideoJob job, MediaInfo media, SourceInfo source) => new()
    {
        Path = job.Output,
        Rate = source.Rate ?? new FrameRate(25, 1),
        TicksPerSecond = media.Video.TicksPerSecond,
        PixelAspect = media.Video.PixelAspect,
        Colors = media.Video.Colors,
        Encoding = job.Encoding,
        Overwrite = job.Force,
    };

    /// <summary>Refuses to write over the input, whatever name it is given.</summary>
    /// <exception cref="UsageException">They are the same file.</exception>
    public static void ThrowIfSameFile(string input, string output)
    {
        if (Real(input) == Real(output)) throw new UsageException($"The output '{output}' is the input. Choose another name with -o.");
    }

    private static string Real(string path)
    {
        string full = Path.GetFullPath(path);
        return File.Exists(full) ? File.ResolveLinkTarget(full, returnFinalTarget: true)?.FullName ?? full : full;
    }
}
