using LiveStyle.Frames;
using LiveStyle.Live.Steadiness;
using LiveStyle.Stylize;

namespace LiveStyle.Live.Painting;

/// <summary>Paints the frames of a live run as the settings of the moment say, and as well as the machine can at the rate that is asked for.</summary>
/// <remarks>
/// What is needed next is loaded elsewhere: until it is there, the old painter goes on, and then fades over into the new one. A frame that
/// shows nothing new is not painted. Allocates nothing in steady state.
/// </remarks>
internal sealed class LivePainter : IFrameTransform
{
    /// <summary>Of the cross-fade after a change of style, tier or size.</summary>
    public static readonly TimeSpan FadeTime = TimeSpan.FromMilliseconds(250);

    /// <summary>While nothing changes, the picture is shown again this often: somebody may have begun to look.</summary>
    public static readonly TimeSpan KeepAlive = TimeSpan.FromMilliseconds(100);

    private readonly Func<LiveSettings> _settings;
    private readonly PainterShelf _shelf;
    private readonly NeighbourStyles _neighbours;
    private readonly Lock _choosing = new();
    private readonly TimeProvider _time;
    private readonly LoadGovernor _governor = new();
    private readonly StillMap _motion = new();
    private readonly TemporalBlend _denoise = new(), _steady = new();
    private readonly PictureMemory _frozen = new(), _painting = new(), _second = new(), _faded = new(), _shown = new();
    private LiveSettings? _seen;
    private (FrameFormat Format, NetworkTier? Tier, int? Size) _ladderFor;
    private PainterKey _used, _usedSecond;
    private bool _fading;
    private TimeSpan _fadeBegan, _shownAt;

    /// <param name="settings">Asked before each frame.</param>
    /// <param name="shelf">Borrowed.</param>
    /// <param name="styles">In the order of next and previous, so that these can be loaded ahead.</param>
    /// <param name="time">The clock of the whole pipeline.</param>
    /// <param name="interval">Time between two frames that is to be kept.</param>
    public LivePainter(Func<LiveSettings> settings, PainterShelf shelf, IReadOnlyList<string> styles, TimeProvider time, TimeSpan interval)
    {
        (_settings, _shelf, _time, Interval) = (settings, shelf, time, interval);
        _neighbours = new NeighbourStyles(styles);
    }

    /// <summary>Time between two frames that is to be kept.</summary>
    public TimeSpan Interval { get; }

    /// <summary>What is painted with. Any thread may ask.</summary>
    public PainterKey Used
    {
        get
        {
            lock (_choosing) return _used;
        }
    }

    /// <inheritdoc/>
    public bool TransformInPlace(Frame frame, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        long begun = _time.GetTimestamp();
        LiveSettings settings = _settings();
        FrameView picture = frame.View;
        TimeSpan now = frame.Stamp.PresentationTime;
        bool isNew = !ReferenceEquals(settings, _seen);
        _seen = settings;
        if (settings.Pause && _shown.Holds(picture.Format)) return ShowAgain(picture, now);
        Freeze(picture, settings);
        _motion.Compare(picture);
        bool changed = ChoosePainters(settings, picture.Format, now);
        if (_motion.IsStill && !isNew && !changed && !_fading && _shown.Holds(picture.Format)) return ShowAgain(picture, now);
        _motion.Keep(picture);
        Paint(picture, settings, now);
        _shown.Keep(picture);
        _shownAt = now;
        if (!isNew && !changed) _governor.Note(_time.GetElapsedTime(begun), Interval, now);
        return true;
    }

    /// <summary>Nothing: the painters are the shelf's.</summary>
    public void Dispose()
    {
    }

    /// <summary>The last picture once more, if it is time; else the frame is skipped.</summary>
    private bool ShowAgain(FrameView picture, TimeSpan now)
    {
        if (now - _shownAt < KeepAlive) return false;
        _shown.View.Pixels.CopyTo(picture.Pixels);
        _shownAt = now;
        return true;
    }

    private void Freeze(FrameView picture, LiveSettings settings)
    {
        if (!settings.Freeze) _frozen.Forget();
        else if (_frozen.Holds(picture.Format)) _frozen.View.Pixels.CopyTo(picture.Pixels);
        else _frozen.Keep(picture);
    }

    /// <summary>Takes up what has been loaded since the last frame, and asks for what is missing.</summary>
    /// <returns>True if the picture is painted by another painter than the last one.</returns>
    private bool ChoosePainters(LiveSettings settings, FrameFormat format, TimeSpan now)
    {
        if (_ladderFor != (format, settings.Tier, settings.Size))
        {
            _ladderFor = (format, settings.Tier, settings.Size);
            _governor.Climb(QualityLadder.For(format, settings.Tier, settings.Size));
        }

        Rung rung = _governor.Current;
        PainterKey first = new(settings.Style, rung.Tier, rung.Size, format);
        PainterKey second = settings.SecondStyle is { } other ? first with { Style = other } : default;
        bool ready = _shelf.Find(first) is not null & (settings.SecondStyle is null || _shelf.Find(second) is not null);
        if (!ready) return false;
        _neighbours.Ask(_shelf, first, now);
        if (first == _used && second == _usedSecond) return false;
        if (_painting.Holds(format))
        {
            _faded.Keep(_painting.View);
            (_fading, _fadeBegan) = (true, now);
        }

        lock (_choosing) (_used, _usedSecond) = (first, second);
        return true;
    }

    private void Paint(FrameView picture, LiveSettings settings, TimeSpan now)
    {
        if (settings.Denoise) _denoise.BlendInPlace(picture, _motion);
        else _denoise.Reset();
        PaintingMix mix = new(settings.Strength, settings.KeepColors);
        if (!mix.NeedsPainting || Painter(_used, picture.Format) is not { } painter) return;
        FrameView painting = _painting.Room(picture.Format);
        painter.Paint(picture, now, painting);
        if (Painter(_usedSecond, picture.Format) is { } other) Blend(picture, other, settings.Blend, now);
        if (settings.Steady) _steady.BlendInPlace(painting, _motion);
        else _steady.Reset();
        Fade(painting, now);
        if (settings.Split) SplitView.CopyLeftHalf(picture, painting);
        mix.MixInPlace(picture, painting);
        if (settings.Split) SplitView.DrawDivider(picture);
    }

    private StylePainter? Painter(PainterKey key, FrameFormat format) => key.Format == format ? _shelf.Find(key) : null;

    private void Blend(FrameView picture, StylePainter other, double share, TimeSpan now)
    {
        FrameView second = _second.Room(picture.Format);
        other.Paint(picture, now, second);
        new PaintingMix(share, keepColors: false).MixInPlace(_painting.View, second);
    }

    private void Fade(FrameView painting, TimeSpan now)
    {
        double left = 1 - ((now - _fadeBegan) / FadeTime);
        _fading &= left > 0 && _faded.Holds(painting.Format);
        if (_fading) new PaintingMix(Math.Min(1, left), keepColors: false).MixInPlace(painting, _faded.View);
    }
}
