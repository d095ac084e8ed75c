using LiveStyle.Capture;
using LiveStyle.Frames;
using LiveStyle.Render;

namespace LiveStyle.Video;

/// <summary>Opens the encoders of a film's parts, which are all alike.</summary>
/// <param name="job">Says how to encode.</param>
/// <param name="media">The film, whose time base and pixel shape they take over.</param>
/// <param name="source">What reads it.</param>
internal sealed class PartEncoder(FilmJob job, MediaInfo media, VideoFileSource source)
{
    /// <summary>The file of a part in a folder of its own.</summary>
    public string FileIn(string folder) => Path.Combine(folder, $"pictures{VideoFileSink.PartExtension(job.Encoding)}");

    /// <summary>Opens one.</summary>
    /// <param name="path">The file.</param>
    /// <param name="start">Presentation time of its first frame.</param>
    /// <exception cref="LiveStyleException">The file can't be written, or there is no ffmpeg.</exception>
    public VideoFileSink Open(string path, TimeSpan start) => new(new VideoFileOptions
    {
        Path = path,
        Name = job.Output,
        Rate = source.Info.Rate ?? new FrameRate(25, 1),
        TicksPerSecond = job.Reading.Rate is null ? media.Video.TicksPerSecond : 0,
        PixelAspect = PixelAspect(),
        Start = start,
        Colors = VideoMux.ColorsOf(media.Video.ShownColors, job.Encoding, job.Output),
        Encoding = job.Encoding,
        IsSettled = true,
    });

    /// <summary>The film keeps its shape, whatever size it is scaled to.</summary>
    private (int Width, int Height) PixelAspect()
    {
        (int Width, int Height) pixel = media.Video.PixelAspect;
        if (job.Reading.Size is not { } size) return pixel;
        long width = (long)media.Video.Format.Width * pixel.Width * size.Height, height = (long)media.Video.Format.Height * pixel.Height * size.Width;
        double shape = (double)width / height;
        if (Math.Abs(shape - 1) < 0.01) return (1, 1); // a size that was rounded to whole pixels
        return ((int)Math.Round(shape * 10_000), 10_000);
    }
}
