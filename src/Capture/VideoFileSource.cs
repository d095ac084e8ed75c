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
    private static readonly TimeSpan LookBack = TimeSpan.FromSeconds(2);

    private readonly MediaInfo _media;
    private readonly VideoReadOptions _options;
    private readonly FramePool _pool;
    private readonly TimeProvider _clock;
    private readonly FilterChain _filters;
    private readonly MissingFrames _missing;
    private readonly Decoder _decoder;
    private readonly TimeSpan _interval;
    private readonly List<(TimeSpan Time, long Count)> _concealed = [];
    private long _index, _said;
    private TimeSpan _next, _last;
    private bool _waiting, _ended;

    /// <summary>Opens the file and decodes its first frame, so that an unreadable one is known at once.</summary>
    /// <param name="media">What <see cref="MediaProbe"/> said of the file.</param>
    /// <param name="pool">Where frames are rented; borrowed.</param>
    /// <param name="clock">The clock of the whole pipeline.</param>
    /// <param name="options">Which frames, and how. Default: all, as they are.</param>
    /// <exception cref="MediaUnreadableException">Not one frame of the file can be decoded, or it has none in the range that is asked for. A range whose
    /// frames are all damaged is no error here, while others can be decoded: it gives no frame, and <see cref="Damage"/> says so.</exception>
    /// <exception cref="BackendUnavailableException">ffmpeg is not installed.</exception>
    public VideoFileSource(MediaInfo media, FramePool pool, TimeProvider clock, VideoReadOptions? options = null)
    {
        (_media, _pool, _clock, _options) = (media, pool, clock, options ?? new VideoReadOptions());
        _filters = new FilterChain(media, _options);
        _interval = (_options.Rate ?? media.Video.Rate ?? new FrameRate(25, 1)).Interval;
        _missing = new MissingFrames(media);
        Notices = [.. ReadingNotices.Of(media, _filters)];
        (_decoder, TimeSpan? first, bool isDamaged) = DecoderStart.Open(media, _options, _filters, clock);
        if (first is { } time && !(time >= _options.To)) (_next, _waiting) = (time, true);
        else _ended = true;
        try
        {
            if (isDamaged && first is { } next) LookForGapBefore(next);
            if (_ended && !_missing.TryNext(out _)) Damage = Missing();
        }
        catch
        {
            _decoder.Dispose();
            throw;
        }

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
    public PictureColors Colors => _media.Video.ShownColors;

    /// <summary>Set at the end of a video that stopped too early; <see langword="null"/> before it, and for a whole one.</summary>
    public VideoDamage? Damage { get; private set; }

    /// <summary>Frames so far that were damaged: the decoder concealed parts of them, or the frame before was repeated.</summary>
    public long Concealed
    {
        get
        {
            lock (_concealed) return _concealed.Sum(frame => frame.Count);
        }
    }

    /// <summary>Process id of the ffmpeg, for tests.</summary>
    internal int FfmpegId => _decoder.ProcessId;

    /// <summary>The same, of those that were read from <paramref name="from"/> on and before <paramref name="to"/>. Any thread.</summary>
    public long ConcealedIn(TimeSpan from, TimeSpan? to)
    {
        lock (_concealed) return Math.Max(0, _concealed.Where(frame => frame.Time >= from && !(frame.Time >= to)).Sum(frame => frame.Count));
    }

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
        AddConcealed(time, 1);
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
                CountConcealed();
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

    /// <summary>
    /// With every frame: what is said after the last one is about such as don't come. A picture that failed is repeated and counted then, at its own time;
    /// what is said of it may be read long before.
    /// </summary>
    private void CountConcealed()
    {
        long said = Said();
        if (said != _said) AddConcealed(_last, said - _said);
        _said = said;
    }

    private long Said() => _decoder.Replaced + Math.Max(
        _decoder.Messages.DamagedPictures, _options.Rate is null ? _decoder.Messages.BadButShown : _decoder.Messages.BadPictures);

    private void AddConcealed(TimeSpan time, long count)
    {
        lock (_concealed) _concealed.Add((time, count));
    }

    /// <summary>Sees whether frames are missing before the next one, while the pixels that stand in for them are at hand.</summary>
    private void LookForGap(Frame frame, CancellationToken cancellationToken)
    {
        try
        {
            if (_options.Rate is not null || (!Await(cancellationToken) && !(_next >= _options.To)) || _next - _last <= 1.5 * _interval) return;
            _decoder.ReadMessages(); // those about missing frames were written before this one
            if (_decoder.Messages.Errors > 0) _missing.Find(frame, _last + _interval / 4, Earlier(_next - _interval / 4, _options.To));
        }
        catch (OperationCanceledException)
        {
            // The frame is there all the same; whoever asks for the next one hears of it.
        }
    }

    /// <summary>
    /// The same for the first frames of a range: those that stand in for them come before it. So a film has the same frames in whatever ranges it is read.
    /// </summary>
    private void LookForGapBefore(TimeSpan next)
    {
        TimeSpan from = _options.From, length = 2 * ((_options.To ?? next) - from) + LookBack;
        if (from == TimeSpan.Zero || _options.Rate is not null || next - from <= 1.5 * _interval || _missing.Promised(from, Earlier(next, _options.To)) == 0) return;
        using var pool = new FramePool(2);
        using var before = new VideoFileSource(_media, pool, _clock, _options with { From = from > length ? from - length : TimeSpan.Zero, To = from });
        Frame? last = null;
        while (before.Read(CancellationToken.None) is { } frame)
        {
            last?.Dispose();
            last = frame;
        }

        if (last is not { } good) return;
        using (good) _missing.Find(good, from, Earlier(next, _options.To));
    }

    /// <summary>No frame that was asked for can be decoded: there should be some.</summary>
    /// <exception cref="MediaUnreadableException">There is none.</exception>
    private VideoDamage Missing()
    {
        int promised = _missing.Promised(_options.From, _options.To);
        if (promised > 0) return new VideoDamage(0, promised, "none of them can be decoded") { Range = (_options.From, _options.To) };
        string end = _options.To is { } to ? $"and before {to.TotalSeconds:0.###} s" : "or later";
        throw new MediaUnreadableException(_media.Path, $"it has no frame at {_options.From.TotalSeconds:0.###} s {end}");
    }

    private static TimeSpan Earlier(TimeSpan a, TimeSpan? b) => b < a ? b.Value : a;

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
        if (Said() < _said) CountConcealed(); // what the last messages take back
        if (_decoder.Killed() is { } signal) throw new MediaUnreadableException(_media.Path, $"decoding frame {_index} failed ({signal})");
        Damage = DamageCheck.Find(_media, _options, _index, _last + _interval, _decoder.Messages);
    }
}
