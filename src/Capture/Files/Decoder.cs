using LiveStyle.Ffmpeg;
using LiveStyle.Frames;
using LiveStyle.Frames.Yuv;

namespace LiveStyle.Capture.Files;

/// <summary>An ffmpeg that decodes a file from some place on.</summary>
internal sealed class Decoder : IDisposable
{
    private const int FirstSignal = 128;

    private readonly FilterChain _filters;
    private readonly PictureFiles? _pictures;
    private readonly FfmpegProcess _ffmpeg;
    private readonly OrderedOutput _output;
    private readonly PictureBytes _bytes;
    private readonly NutReader _nut;
    private I420ToBgr? _converter;
    private byte[] _planes = [];

    /// <summary>Starts it.</summary>
    /// <param name="media">The file.</param>
    /// <param name="filters">What is done to its pictures.</param>
    /// <param name="from">Where it begins, on the file's own time line; <see langword="null"/>: at the beginning.</param>
    /// <param name="clock">The clock of the whole pipeline.</param>
    /// <exception cref="BackendUnavailableException">ffmpeg is not installed.</exception>
    public Decoder(MediaInfo media, FilterChain filters, TimeSpan? from, TimeProvider clock)
    {
        _filters = filters;
        if (media.Pictures is { } pictures) _pictures = new PictureFiles(media, pictures, from ?? TimeSpan.Zero);
        var command = new DecoderCommand(media, filters, _pictures?.First ?? 0);
        _ffmpeg = new FfmpegProcess(
            "ffmpeg", command.Arguments(_pictures is null ? from : null), FfmpegLife.EndsWithUs, keepErrors: false);
        _pictures?.WriteScript(_ffmpeg.Input);
        _output = new OrderedOutput(_ffmpeg, clock, Messages.Add);
        _bytes = new PictureBytes(_output);
        _nut = new NutReader(_bytes);
    }

    /// <summary>What it said so far.</summary>
    public DecoderMessages Messages { get; } = new();

    /// <summary>Pictures that were no pictures: the one before stands in for each.</summary>
    public int Replaced => _pictures?.Replaced ?? 0;

    /// <summary>Size of its pictures; known once there is one.</summary>
    public FrameFormat Format => _nut.Format;

    /// <summary>Process id, for tests.</summary>
    public int ProcessId => _ffmpeg.Id;

    /// <summary>Waits for the next picture; its pixels have to be taken before the next call.</summary>
    /// <param name="time">When it is shown, counted from <see cref="MediaInfo.StartTime"/>.</param>
    /// <param name="cancellationToken">Ends the waiting; nothing is lost then.</param>
    /// <returns>False at the end, and where ffmpeg broke off within a picture.</returns>
    /// <exception cref="InvalidDataException">ffmpeg sent something else.</exception>
    /// <exception cref="TimeoutException">It hangs.</exception>
    public bool Next(out TimeSpan time, CancellationToken cancellationToken)
    {
        time = default;
        _bytes.Await(cancellationToken);
        try
        {
            if (!_nut.Next(out long stamp)) return false;
            Messages.EndPicture();
            TimeBase from = _nut.TimeBase, to = _filters.TimeBase;
            Int128 ticks = (Int128)stamp * from.Numerator * to.Denominator / ((Int128)from.Denominator * to.Numerator); // NUT may take a finer unit
            time = _filters.TimeOf((long)ticks);
            return true;
        }
        catch (EndOfStreamException)
        {
            return false;
        }
    }

    /// <summary>Takes the picture's pixels.</summary>
    /// <param name="picture">Written.</param>
    /// <returns>False if ffmpeg broke off.</returns>
    public bool Take(FrameView picture)
    {
        if (!_nut.IsPlanes) return _bytes.Take(picture.Pixels);
        _converter ??= new I420ToBgr(Format, _filters.Coding, _filters.Siting);
        if (_planes.Length == 0) _planes = new byte[_nut.PictureBytes];
        if (!_bytes.Take(_planes)) return false;
        _converter.Convert(_planes, picture);
        return true;
    }

    /// <summary>Leaves the picture out.</summary>
    public void Drop() => _bytes.Drop(_nut.PictureBytes);

    /// <summary>Takes the messages that it wrote before the picture that is next.</summary>
    public void ReadMessages() => _output.ReadMessages();

    /// <summary>After the last picture: how it ended.</summary>
    /// <returns><see langword="null"/> if it was not killed; else the signal in words, without a full stop.</returns>
    public string? Killed()
    {
        int exitCode = _ffmpeg.Exit(CancellationToken.None);
        return exitCode > FirstSignal ? $"ffmpeg was killed (signal {exitCode - FirstSignal})" : null;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _ffmpeg.Dispose();
        _pictures?.Dispose();
    }
}
