using System.Text;
using LiveStyle.Ffmpeg;
using LiveStyle.Frames;

namespace LiveStyle.Render;

/// <summary>Makes a film of its finished parts, without encoding them again, and adds sound, subtitles, chapters, covers and titles.</summary>
public sealed class VideoMux : IDisposable
{
    private readonly VideoMuxOptions _options;
    private readonly string _ffmpeg, _ffprobe;
    private readonly PendingFile _file;
    private readonly TrackPlan? _tracks;

    /// <summary>Checks what can be checked: the target, its folder, ffmpeg, which tracks of the source the container takes.</summary>
    /// <exception cref="MediaUnwritableException">The target exists or can't be created.</exception>
    /// <exception cref="MediaUnreadableException">The source went away.</exception>
    /// <exception cref="BackendUnavailableException">ffmpeg is not installed.</exception>
    public VideoMux(VideoMuxOptions options) : this(options, "ffmpeg", "ffprobe")
    {
    }

    internal VideoMux(VideoMuxOptions options, string ffmpeg, string ffprobe)
    {
        (_options, _ffmpeg, _ffprobe) = (options, ffmpeg, ffprobe);
        FfmpegProcess.ThrowIfMissing(ffmpeg);
        FfmpegProcess.ThrowIfMissing(ffprobe);
        _file = new PendingFile(options.Path, options.Overwrite);
        try
        {
            if (options.KeepFrom is { } source)
                _tracks = new TrackPlan(source, SourceTrack.Read(source.Path, ffprobe), options.Path, ffmpeg);
        }
        catch
        {
            _file.Dispose();
            throw;
        }
    }

    /// <summary>What the user should know, one line each: tracks that are converted or left out.</summary>
    public IReadOnlyList<string> Notices => _tracks?.Notices ?? [];

    /// <summary>Frames in the file, after <see cref="Write"/>.</summary>
    public long Count { get; private set; }

    /// <summary>Writes the file, proves that all pictures are in it at their times, and gives it its name.</summary>
    /// <exception cref="MediaUnreadableException">A part is missing or damaged, or does not fit to the others.</exception>
    /// <exception cref="MediaUnwritableException">The disk is full, the container refuses something, or a picture got lost.</exception>
    public void Write(CancellationToken cancellationToken) => WriteAs(_options, cancellationToken);

    /// <summary>Deletes what was not completed.</summary>
    public void Dispose() => _file.Dispose();

    /// <summary>The same, when the pictures and the end are known only now.</summary>
    /// <param name="options">Of the same target and source.</param>
    /// <param name="cancellationToken">Ends it at once.</param>
    internal void WriteAs(VideoMuxOptions options, CancellationToken cancellationToken)
    {
        if (options.Pictures.Count == 0) throw new MediaUnwritableException(options.Path, "there was no frame to write");
        PartJoin join = PartJoin.Of(options.Pictures, options.TicksPerSecond, _ffprobe, cancellationToken);
        if (options.Frames is { } frames && frames != join.Ticks.Length)
            throw new MediaUnwritableException(options.Path, $"its parts have {join.Ticks.Length} frames together, not {frames}");
        Join(options, join, cancellationToken);
        JoinProof.Check(
            options.Path, join, PartJoin.ToTicks(options.From, join.TicksPerSecond),
            PacketTimes.Read(_file.Path, _ffprobe, cancellationToken));
        _file.Keep();
        Count = join.Ticks.Length;
    }

    private void Join(VideoMuxOptions options, PartJoin join, CancellationToken cancellationToken)
    {
        using var ffmpeg = new FfmpegProcess(_ffmpeg, MuxArguments.For(options, _tracks, join, _file.Path));
        try
        {
            ffmpeg.Input.Write(Encoding.UTF8.GetBytes(join.List));
        }
        catch (IOException)
        {
            // ffmpeg gave up before it read the list: Finish tells why.
        }

        if (ffmpeg.Finish(cancellationToken) is { } reason) throw new MediaUnwritableException(options.Path, reason);
    }
}
