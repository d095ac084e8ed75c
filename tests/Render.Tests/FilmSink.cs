using LiveStyle.Frames;

namespace LiveStyle.Render.Tests;

/// <summary>A film in one go: its pictures into one part beside the output, which then gets everything else of the source.</summary>
internal sealed class FilmSink : IFrameSink
{
    private readonly VideoMuxOptions _options;
    private readonly PendingFile _part;
    private readonly VideoFileSink _pictures;
    private readonly VideoMux _mux;

    /// <summary>Checks what can be checked.</summary>
    /// <param name="pictures">How to encode; its path is the film's.</param>
    /// <param name="source">Where everything else comes from; <see langword="null"/>: nowhere.</param>
    /// <exception cref="MediaUnwritableException">The target exists or can't be created.</exception>
    /// <exception cref="BackendUnavailableException">ffmpeg is not installed.</exception>
    public FilmSink(VideoFileOptions pictures, SourceMedia? source)
    {
        EncodingChoice choice = EncodingChoice.For(pictures.Encoding, pictures.Path);
        PictureColors? colors = pictures.Colors is { } said ? VideoMux.ColorsOf(said, choice.Encoding, pictures.Path) : null;
        _options = new VideoMuxOptions
        {
            Path = pictures.Path,
            Pictures = [],
            TicksPerSecond = VideoArguments.TicksPerSecond(pictures),
            Colors = colors,
            KeepFrom = source,
            From = pictures.Start,
            Overwrite = pictures.Overwrite,
            Encoding = pictures.Encoding with { PixelFormat = choice.Encoding.PixelFormat },
        };
        _mux = new VideoMux(_options);
        try
        {
            Notices = [.. choice.Notices, .. _mux.Notices];
            _part = new PendingFile(Path.ChangeExtension(pictures.Path, VideoFileSink.PartExtension(choice.Encoding)), overwrite: true);
            _pictures = new VideoFileSink(pictures with { Path = _part.Path, Name = pictures.Path, Colors = colors, Encoding = choice.Encoding, IsSettled = true, Overwrite = true });
        }
        catch
        {
            _part?.Dispose();
            _mux.Dispose();
            throw;
        }
    }

    /// <summary>What the user should know, one line each.</summary>
    public IReadOnlyList<string> Notices { get; }

    /// <summary>Frames written so far.</summary>
    public long Count => _pictures.Count;

    /// <summary>
    /// Set it before <see cref="Complete"/> when the source was not read to its end (Ctrl+C): sound and all else then end with the
    /// picture. Default false: all of the source's sound is kept.
    /// </summary>
    public bool EndsWithPicture { get; set; }

    /// <inheritdoc/>
    public void Write(Frame frame, CancellationToken cancellationToken) => _pictures.Write(frame, cancellationToken);

    /// <inheritdoc/>
    public void Complete(CancellationToken cancellationToken)
    {
        _pictures.Complete(cancellationToken);
        _mux.WriteAs(
            _options with
            {
                Pictures = [new EncodedPart(_part.Path, _options.From)],
                Frames = Count,
                To = EndsWithPicture ? _pictures.End : null,
            },
            cancellationToken);
    }

    /// <summary>Deletes what was not completed, and the part.</summary>
    public void Dispose()
    {
        _pictures.Dispose();
        _part.Dispose();
        _mux.Dispose();
    }
}
