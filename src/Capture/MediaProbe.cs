using System.Text.Json;
using LiveStyle.Capture.Files;
using LiveStyle.Frames;

namespace LiveStyle.Capture;

/// <summary>Asks ffprobe what a file is. One child process, nothing is decoded.</summary>
public static class MediaProbe
{
    /// <summary>Looks into <paramref name="path"/>.</summary>
    /// <exception cref="MediaUnreadableException">Missing, no video, or damaged beyond its header.</exception>
    /// <exception cref="BackendUnavailableException">ffprobe is not installed.</exception>
    public static MediaInfo Probe(string path) => PictureSequence.IsPattern(path) && !File.Exists(path) ? ProbeSequence(path) : Probe(path, "ffprobe");

    /// <summary>Looks into a video: a file, or numbered pictures by their folder or a pattern.</summary>
    /// <param name="path">The file, the folder or the pattern.</param>
    /// <param name="rate">Pictures a second, for numbered ones.</param>
    /// <exception cref="MediaUnreadableException">Missing, no video, or damaged beyond its header.</exception>
    /// <exception cref="BackendUnavailableException">ffprobe is not installed.</exception>
    public static MediaInfo ProbeFilm(string path, FrameRate? rate) => IsSequence(path) ? ProbeSequence(path, rate) : Probe(path, "ffprobe");

    /// <summary>The files that a video is made of: itself, or numbered pictures.</summary>
    /// <exception cref="MediaUnreadableException">There are none.</exception>
    public static IReadOnlyList<string> FilesOf(string path)
    {
        if (IsSequence(path)) return PictureSequence.Files(path);
        return File.Exists(path) ? [path] : throw new MediaUnreadableException(path, "there is no such file");
    }

    /// <summary>Takes numbered pictures for a video.</summary>
    /// <param name="path">A folder of pictures of one kind, in the order of their names, or a pattern: <c>frame_%05d.png</c>.</param>
    /// <param name="rate">Pictures a second. Default <see cref="ImageFolderSource.DefaultRate"/>.</param>
    /// <exception cref="MediaUnreadableException">No pictures, or such of several kinds, or the first one is damaged.</exception>
    /// <exception cref="BackendUnavailableException">ffprobe is not installed.</exception>
    public static MediaInfo ProbeSequence(string path, FrameRate? rate = null)
    {
        FrameRate perSecond = rate ?? ImageFolderSource.DefaultRate;
        PictureList pictures = PictureList.At(perSecond, PictureSequence.Files(path));
        MediaInfo first = Probe(pictures.Files[0], "ffprobe");
        TimeSpan length = perSecond.TimeAt(pictures.Files.Count);
        return first with
        {
            Path = path,
            Container = "pictures",
            Pictures = pictures,
            StartTime = TimeSpan.Zero,
            Duration = length,
            Video = first.Video with
            {
                Rate = perSecond,
                TimeBase = pictures.Unit,
                TicksPerSecond = pictures.Unit.Denominator,
                StartTime = TimeSpan.Zero,
                Duration = length,
                FrameCount = pictures.Files.Count,
            },
        };
    }

    private static bool IsSequence(string path) => Directory.Exists(path) || (PictureSequence.IsPattern(path) && !File.Exists(path));

    internal static MediaInfo Probe(string path, string ffprobe)
    {
        ThrowIfNoFile(path);
        if (AnimatedWebp.Probe(path) is { } animation) return animation;
        ToolRun run = ToolRun.Of(
            ffprobe, "-v", "error", "-of", "json", "-show_format", "-show_streams", "-show_chapters", "-i", Path.GetFullPath(path));
        if (run.ExitCode != 0) throw new MediaUnreadableException(path, Reason(run.Errors));
        try
        {
            return ProbeReport.Read(path, run.Output);
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException)
        {
            throw new MediaUnreadableException(path, "ffprobe's report of it makes no sense", inner: e);
        }
    }

    private static void ThrowIfNoFile(string path)
    {
        if (Directory.Exists(path)) throw new MediaUnreadableException(path, "it is a folder");
        var file = new FileInfo(path);
        if (!file.Exists) throw new MediaUnreadableException(path, "there is no such file");
        if (file.Length == 0) throw new MediaUnreadableException(path, "the file is empty");
    }

    private static string Reason(string errors)
    {
        if (errors.Contains("moov atom not found", StringComparison.Ordinal))
            return "it is no MP4 video, or it was cut off before its index was written (moov atom not found)";
        if (errors.Contains("Invalid data found", StringComparison.Ordinal)) return "it is not a video in a format that FFmpeg knows";
        if (errors.EndsWith("End of file", StringComparison.Ordinal)) return "it ends before its first frame";
        string last = errors[(errors.LastIndexOf('\n') + 1)..];
        int colon = last.LastIndexOf(": ", StringComparison.Ordinal);
        return last.Length == 0 ? "ffprobe failed without a reason" : last[(colon < 0 ? 0 : colon + 2)..].TrimEnd('.');
    }
}
