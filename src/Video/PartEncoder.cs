using LiveStyle.Capture;
using LiveStyle.Frames;
using LiveStyle.Render;

namespace LiveStyle.Video;

/// <summary>Opens the encoders of a film's parts, which are all alike.</summary>
/// <param name="encoding">As the job says.</param>
/// <param name="media">The film, whose time base and pixel shape they take over.</param>
/// <param name="source">What is read of it.</param>
internal sealed class PartEncoder(VideoEncoding encoding, MediaInfo media, SourceInfo source)
{
    /// <summary>The file of a part in a folder of its own.</summary>
    public string FileIn(string folder) => Path.Combine(folder, "pictures.mp4");

    /// <summary>Opens one.</summary>
    /// <exception cref="LiveStyleException">The file can't be written, or there is no ffmpeg.</exception>
    public VideoFileSink Open(string path) => new(new VideoFileOptions
    {
        Path = path,
        Rate = source.Rate ?? new FrameRate(25, 1),
        TicksPerSecond = media.Video.TicksPerSecond,
        PixelAspect = media.Video.PixelAspect,
        Encoding = encoding,
    });
}
