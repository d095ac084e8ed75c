using System.Globalization;
using LiveStyle.Capture.Files;
using LiveStyle.Ffmpeg;
using LiveStyle.Frames;

namespace LiveStyle.Capture;

/// <summary>When the pictures of a video are shown, and which of them can be decoded alone. Nothing is decoded to know it.</summary>
public sealed class VideoIndex
{
    private readonly TimeSpan[] _times;
    private readonly bool[] _keys;

    private VideoIndex(TimeSpan[] times, bool[] keys, IReadOnlyList<TimeSpan> timeLines) => (_times, _keys, TimeLines) = (times, keys, timeLines);

    /// <summary>Presentation times, counted from <see cref="MediaInfo.StartTime"/>, rising.</summary>
    public IReadOnlyList<TimeSpan> Times => _times;

    /// <summary>For each picture, whether it is a key frame. The first always is.</summary>
    public IReadOnlyList<bool> IsKeyFrame => _keys;

    /// <summary>Where the file's time stamps begin anew, as where recordings were joined without care: what <see cref="Times"/> has added to the stamps
    /// of the second time line, the third and so on. Empty for nearly every file.</summary>
    public IReadOnlyList<TimeSpan> TimeLines { get; }

    /// <summary>Reads the file once, at the speed of the disk.</summary>
    /// <param name="media">What <see cref="MediaProbe"/> said of the file.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>What could be read: a damaged file's index ends where it does.</returns>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    /// <exception cref="BackendUnavailableException">ffprobe is not installed.</exception>
    public static VideoIndex Read(MediaInfo media, CancellationToken cancellationToken)
    {
        if (media.Pictures is { } pictures)
            return new VideoIndex([.. pictures.Stamps.Select(pictures.Unit.TimeOf)], [.. pictures.Stamps.Select(_ => true)], []);
        string[] arguments =
        [
            "-v", "error", "-select_streams", media.Video.Index.ToString(CultureInfo.InvariantCulture), "-show_entries", "packet=pts,dts,flags",
            "-of", "compact=p=0", "-i", Path.GetFullPath(media.Path),
        ];
        using var ffprobe = new FfmpegProcess("ffprobe", arguments, FfmpegLife.EndsWithUs);
        using CancellationTokenRegistration ending = cancellationToken.Register(ffprobe.Kill);
        using var lines = new StreamReader(ffprobe.Output);
        var packets = new PacketList();
        while (lines.ReadLine() is { } line) packets.Add(line);
        cancellationToken.ThrowIfCancellationRequested();
        (TimeSpan[] times, bool[] keys) = packets.InOrder(media);
        return new VideoIndex(times, keys, packets.TimeLines);
    }

    /// <summary>Number of pictures from <paramref name="from"/> on and before <paramref name="to"/>.</summary>
    public int CountBetween(TimeSpan from, TimeSpan? to) => (to is { } end ? IndexAt(end) : _times.Length) - IndexAt(from);

    /// <summary>The first picture at or after <paramref name="time"/>; the number of pictures if there is none.</summary>
    public int IndexAt(TimeSpan time)
    {
        int found = Array.BinarySearch(_times, time);
        return found < 0 ? ~found : found;
    }
}
