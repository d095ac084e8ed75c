using System.Text;
using LiveStyle.Ffmpeg;
using LiveStyle.Frames;

namespace LiveStyle.Render;

/// <summary>
/// Makes a film of its finished parts, without encoding them again, and adds sound, subtitles, chapters, covers and titles. A GIF, WebP,
/// APNG or numbered pictures are encoded here, of lossless parts.
/// </summary>
public sealed class VideoMux : IDisposable
{
    private readonly VideoMuxOptions _options;
    private readonly string _ffmpeg, _ffprobe;
    private readonly PendingFile? _file;
    private readonly PendingSequence? _sequence;
    private readonly TrackPlan? _tracks;
    private readonly List<string> _notices = [];

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
        if (Container.Of(options.Path).IsSequence) _sequence = new PendingSequence(options.Path, options.Overwrite);
        else _file = new PendingFile(options.Path, options.Overwrite);
        try
        {
            if (options.KeepFrom is { } source)
                _tracks = new TrackPlan(source, SourceTrack.Read(source.Path, ffprobe), options.Path, options.From > TimeSpan.Zero, ffmpeg);
            _notices.AddRange(_tracks?.Notices ?? []);
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>True for a pattern of names (<c>frame_%05d.png</c>): the film becomes numbered pictures.</summary>
    public static bool IsSequence(string path) => Container.Of(path).IsSequence;

    /// <summary>
    /// The colours that the parts of a film must have: the source's, but not its full range where neither codec nor container can say it, as with FFV1 in
    /// .mov, nor in ProRes, which decoders take for limited whatever the container says.
    /// </summary>
    /// <param name="source">Of the frames.</param>
    /// <param name="encoding">How the parts are encoded.</param>
    /// <param name="path">The film.</param>
    public static PictureColors ColorsOf(PictureColors source, VideoEncoding encoding, string path) =>
        Encoder.Of(encoding.EncoderName(path)) is { Standard: not "prores" } encoder && (encoder.SaysRange || Container.Of(path).SaysRange)
            ? source
            : source with { IsFullRange = false };

    /// <summary>What the user should know, one line each: tracks that are converted or left out. <see cref="Write"/> may add to it.</summary>
    public IReadOnlyList<string> Notices => _notices;

    /// <summary>Frames in the file, after <see cref="Write"/>.</summary>
    public long Count { get; private set; }

    /// <summary>Writes the file, proves that all pictures are in it at their times, and gives it its name.</summary>
    /// <exception cref="MediaUnreadableException">A part is missing or damaged, or does not fit to the others.</exception>
    /// <exception cref="MediaUnwritableException">The disk is full, the container refuses something, or a picture got lost.</exception>
    public void Write(CancellationToken cancellationToken) => WriteAs(_options, cancellationToken);

    /// <summary>Deletes what was not completed.</summary>
    public void Dispose()
    {
        _file?.Dispose();
        _sequence?.Dispose();
    }

    /// <summary>The same, when the pictures and the end are known only now.</summary>
    /// <param name="options">Of the same target and source.</param>
    /// <param name="cancellationToken">Ends it at once.</param>
    internal void WriteAs(VideoMuxOptions options, CancellationToken cancellationToken)
    {
        if (options.Pictures.Count == 0) throw new MediaUnwritableException(options.Path, "there was no frame to write");
        PartJoin join = PartJoin.Of(options.Pictures, options.TicksPerSecond, _ffprobe, cancellationToken);
        if (options.Frames is { } frames && frames != join.Ticks.Length)
            throw new MediaUnwritableException(options.Path, $"its parts have {join.Ticks.Length} frames together, not {frames}");
        if (Container.Of(options.Path).IsPictures) WritePictures(options, join, cancellationToken);
        else WriteFilm(options, join, cancellationToken);
        _file?.Keep();
        Count = join.Ticks.Length;
    }

    private void WriteFilm(VideoMuxOptions options, PartJoin join, CancellationToken cancellationToken)
    {
        if (Container.Of(options.Path).IsAvi) JoinProof.ThrowUnlessConstant(options.Path, join);
        using var extracts = new TrackExtracts(options, _tracks, _ffmpeg, cancellationToken);
        Run(MuxArguments.For(options, _tracks, extracts, join, _file!.Path), options.Path, join, cancellationToken);
        JoinProof.Check(
            options.Path, join, PartJoin.ToTicks(options.From, join.TicksPerSecond),
            PacketTimes.Read(_file.Path, _ffprobe, cancellationToken));
    }

    private void WritePictures(VideoMuxOptions options, PartJoin join, CancellationToken cancellationToken)
    {
        Container container = Container.Of(options.Path);
        using PendingFile? palette = container is { IsSequence: false, Extension: ".gif" } ? new PendingFile(options.Path + ".png", overwrite: true) : null;
        if (palette is not null) Run(PictureArguments.Palette(palette.Path), options.Path, join, cancellationToken);
        if (PictureArguments.IsTooFast(container, join))
            _notices.Add("Browsers slow a GIF of more than 50 frames a second down, so it has 50.");
        Run(PictureArguments.For(options, join, palette?.Path, _sequence?.Pattern ?? _file!.Path), options.Path, join, cancellationToken);
        if (_sequence?.Keep() is { } pictures && pictures != join.Ticks.Length)
            throw new MediaUnwritableException(options.Path, $"{pictures} of {join.Ticks.Length} pictures were written");
    }

    private void Run(IEnumerable<string> arguments, string target, PartJoin join, CancellationToken cancellationToken)
    {
        using var ffmpeg = new FfmpegProcess(_ffmpeg, arguments);
        try
        {
            ffmpeg.Input.Write(Encoding.UTF8.GetBytes(join.List));
        }
        catch (IOException)
        {
            // ffmpeg gave up before it read the list: Finish tells why.
        }

        if (ffmpeg.Finish(cancellationToken) is { } reason) throw new MediaUnwritableException(target, reason);
    }
}
