using LiveStyle.Capture.Files;
using LiveStyle.Frames;

namespace LiveStyle.Capture;

/// <summary>The frames of a video file: every one that it has, at its own time, turned and in the colours that the file means.</summary>
/// <remarks>
/// <para>An ffmpeg process decodes, so that a file that crashes a decoder ends that process and not this one. It uses up to 8 threads.</para>
/// <para>Presentation times are the file's own to 100 ns, counted from <see cref="MediaInfo.StartTime"/>, the zero of its sound too. Frames
/// without a stamp, or with one that does not rise, get one: <see cref="FilterChain"/>. A picture that the decoder could not make is
/// replaced by the one before, so that number and times of the frames stay.</para>
/// <para>Not thread-safe.</para>
/// </remarks>
public sealed class VideoFileSource : IFrameSource
{
    private readonly MediaInfo _media;
    private readonly VideoReadOptions _options;
    private readonly FramePool _pool;
    private readonly TimeProvider _clock;
    private readonly FilterChain _filters;
    private readonly MissingFrames _missing;
    private readonly Decoder _decoder;
    private readonly TimeSpan _interval;
    private long _index;
    private TimeSpan _next, _last;
    private bool _waiting, _ended;

    /// <summary>Opens the file and decodes its first frame, so that an unreadable one is known at once.</summary>
    /// <param name="media">What <see cref="MediaProbe"/> said of the file.</param>
    /// <param name="pool">Where frames are rented; borrowed.</param>
    /// <param name="clock">The clock of the whole pipeline.</param>
    /// <param name="options">Which frames, and how. Default: all, as they are.</param>
    /// <exception cref="MediaUnreadableException">Not one frame can be decoded.</exception>
    /// <exception cref="BackendUnavailableException">ffmpeg is not installed.</exception>
    public VideoFileSource(MediaInfo media, FramePool pool, TimeProvider clock, VideoReadOptions? options = null)
    {
        (_media, _pool, _clock, _options) = (media, pool, clock, options ?? new VideoReadOptions());
        _filters = new FilterChain(media, _options);
        _interval = (_options.Rate ?? media.Video.Rate ?? new FrameRate(25, 1)).Interval;
        _missing = new MissingFrames(media, _interval);
        Notices = [.. ReadingNotices.Of(media, _filters)];
        _decoder = DecoderStart.Open(media, _options, _filters, clock, out _next);
        _waiting = true;
        FrameFormat size = _decoder.Format;
        Info = new SourceInfo
        {
            Name = media.Path,
            Format = size,
            Rate = _options.Rate ?? media.Video.Rate,
            FrameCount = ExpectedFrames.Of(media, _options),
        };
    }

    /// <inheritdoc/>
    public SourceInfo Info { get; }

    /// <summary>What the user should know of how the file is read, a sentence each.</summary>
    public IReadOnlyList<string> Notices { get; }

    /// <summary>How the frames' colours are meant: as the file's, but for HDR, which becomes BT.709.</summary>
    public PictureColors Colors => _media.Video.IsHdr ? new PictureColors { Matrix = "bt709", Primaries = "bt709", Transfer = "bt709" } : _media.Video.Colors;

    /// <summary>Set at the end of a video that stopped too early; <see langword="null"/> before it, and for a whole one.</summary>
    public VideoDamage? Damage { get; private set; }

    /// <summary>Frames so far that were damaged: the decoder concealed parts of them, or the frame before was repeated.</summary>
    public long Concealed => _decoder.Replaced + Math.Max(_decoder.Messages.DamagedPictures + _missing.Repeated, _decoder.Messages.BadPictures);

    /// <summary>Process id of the ffmpeg, for tests.</summary>
    internal int FfmpegId => _decoder.ProcessId;

    /// <inheritdoc/>
    public Frame? Read(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        try
        {
            if (_missing.TryNext(out TimeSpan missing)) return Repeat(missing, cancellationToken);
            if (!Await(cancellationToken)) return null;
            return Decoded(cancellationToken);
        }
        catch (Exception e) when (e is InvalidDataException or TimeoutException or IOException)
        {
            throw new MediaUnreadableException(_media.Path, $"decoding frame {_index} failed ({e.Message})", inner: e);
        }
    }

    /// <summary>Ends ffmpeg.</summary>
    public void Dispose() => _decoder.Dispose();

    private Frame Repeat(TimeSpan time, CancellationToken cancellationToken)
    {
        Frame frame = _pool.Rent(Info.Format, new FrameStamp(_index, time, _clock.Now()), cancellationToken);
        _missing.CopyTo(frame);
        _index++;
        return frame;
    }

    private Frame? Decoded(CancellationToken cancellationToken)
    {
        Frame frame = _pool.Rent(Info.Format, new FrameStamp(_index, _next, _clock.Now()), cancellationToken);
        try
        {
            _waiting = false;
            if (_decoder.Take(frame.View))
            {
                _last = _next;
                _index++;
                LookForGap(frame, cancellationToken);
                return frame;
            }
        }
        catch
        {
            frame.Dispose();
            throw;
        }

        frame.Dispose();
        End();
        return null;
    }

    /// <summary>Sees whether frames are missing before the next one, while the pixels that stand in for them are at hand.</summary>
    private void LookForGap(Frame frame, CancellationToken cancellationToken)
    {
        try
        {
            if (_options.Rate is not null || !Await(cancellationToken) || _next - _last <= 1.5 * _interval) return;
            _decoder.ReadMessages(); // those about missing frames were written before this one
            if (_decoder.Messages.Errors > 0) _missing.Find(frame, _last, _next);
        }
        catch (OperationCanceledException)
        {
            // The frame is there all the same; whoever asks for the next one hears of it.
        }
    }

    /// <summary>Waits for the next picture.</summary>
    /// <returns>False at the end.</returns>
    private bool Await(CancellationToken cancellationToken)
    {
        if (_ended || _waiting) return !_ended;
        if (!_decoder.Next(out _next, cancellationToken)) End();
        else if (_next >= _options.To) _ended = true;
        else _waiting = true;
        return _waiting;
    }

    private void End()
    {
        _ended = true;
        if (_decoder.Killed() is { } signal) throw new MediaUnreadableException(_media.Path, $"decoding frame {_index} failed ({signal})");
        Damage = DamageCheck.Find(_media, _options, _index, _last + _interval, _decoder.Messages);
    }
}
