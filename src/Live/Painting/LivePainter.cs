using LiveStyle.Frames;
using LiveStyle.Live.Steadiness;
using LiveStyle.Stylize;

namespace LiveStyle.Live.Painting;

/// <summary>Paints the frames of a live run as the settings of the moment say, and as well as the machine can at the rate that is asked for.</summary>
/// <remarks>
/// What is needed next is loaded elsewhere: until it is there, the old painter goes on, and then fades over into the new one. A frame that
/// shows nothing new is not painted. Allocates nothing in steady state.
/// </remarks>
internal sealed class LivePainter : IWideTransform
{
    /// <summary>Of the cross-fade after a change of style, tier or size.</summary>
    public static readonly TimeSpan FadeTime = TimeSpan.FromMilliseconds(250);

    /// <summary>While nothing changes, the picture is shown again this often: somebody may have begun to look.</summary>
    public static readonly TimeSpan KeepAlive = TimeSpan.FromMilliseconds(100);

    private readonly Func<LiveSettings> _settings;
    private readonly TimeProvider _time;
    private readonly PainterChoice _choice;
    private readonly PaintingFinisher _finisher = new();
    private readonly TaskShelf<LiveTask> _tasks;
    private readonly StillMap _motion = new();
    private readonly TemporalBlend _denoise = new();
    private readonly PictureMemory _frozen = new();
    private LiveSettings? _seen;
    private FrameFormat _shown, _painted; // of the last frames that are shown and painted
    private TimeSpan _shownAt, _fadeBegan;
    private bool _fading;

    /// <param name="settings">Asked before each frame.</param>
    /// <param name="shelf">Borrowed.</param>
    /// <param name="styles">In the order of next and previous, so that these can be loaded ahead.</param>
    /// <param name="time">The clock of the whole pipeline.</param>
    /// <param name="interval">Time between two frames that is to be kept.</param>
    /// <param name="lanes">Frames that can be painted abreast.</param>
    public LivePainter(Func<LiveSettings> settings, PainterShelf shelf, IReadOnlyList<string> styles, TimeProvider time, TimeSpan interval, int lanes)
    {
        (_settings, _time, Interval, Lanes) = (settings, time, interval, lanes);
        _choice = new PainterChoice(shelf, styles, abreast: lanes > 1);
        _tasks = new TaskShelf<LiveTask>(() => new LiveTask(Finish, _tasks!.Return));
    }

    /// <summary>Time between two frames that is to be kept.</summary>
    public TimeSpan Interval { get; }

    /// <inheritdoc/>
    public int Lanes { get; }

    /// <inheritdoc/>
    public int MostUnderWay => Used.Abreast ? Lanes : 1;

    /// <summary>What is painted with. Any thread may ask.</summary>
    public PainterKey Used => _choice.Used;

    /// <inheritdoc/>
    public IFrameTask Begin(Frame frame)
    {
        LiveTask task = _tasks.Take();
        LiveSettings settings = _settings();
        FrameView picture = frame.View;
        TimeSpan now = frame.Stamp.PresentationTime;
        task.Begin(frame, settings, _time.GetTimestamp());
        bool isNew = !ReferenceEquals(settings, _seen);
        _seen = settings;
        if (settings.Pause && _shown == picture.Format) return ShowAgain(task, now);
        Freeze(picture, settings);
        _motion.Compare(picture);
        bool changed = _choice.Choose(settings, picture.Format, now);
        if (_motion.IsStill && !isNew && !changed && !_fading && _shown == picture.Format) return ShowAgain(task, now);
        _motion.Keep(picture);
        Paint(task, changed, now);
        task.IsUsual = !isNew && !changed;
        (_shown, _shownAt) = (picture.Format, now);
        return task;
    }

    /// <inheritdoc/>
    public bool TransformInPlace(Frame frame, CancellationToken cancellationToken) => Begin(frame).Complete(cancellationToken);

    /// <summary>Nothing: the painters are the shelf's.</summary>
    public void Dispose()
    {
    }

    /// <summary>The last picture once more, if it is time; else the frame is skipped.</summary>
    private LiveTask ShowAgain(LiveTask task, TimeSpan now)
    {
        bool isTime = now - _shownAt >= KeepAlive;
        if (isTime) _shownAt = now;
        task.Act = isTime ? LiveAct.ShowAgain : LiveAct.Skip;
        return task;
    }

    private void Freeze(FrameView picture, LiveSettings settings)
    {
        if (!settings.Freeze) _frozen.Forget();
        else if (_frozen.Holds(picture.Format)) _frozen.View.Pixels.CopyTo(picture.Pixels);
        else _frozen.Keep(picture);
    }

    private void Paint(LiveTask task, bool changed, TimeSpan now)
    {
        FrameView picture = task.Frame.View;
        if (task.Settings.Denoise) _denoise.BlendInPlace(picture, _motion.Marks);
        else _denoise.Reset();
        if (task.Settings.Steady) task.Motion.CopyFrom(_motion.Marks);
        Fade(task, begins: changed && _painted == picture.Format, now);
        PaintingMix mix = new(task.Settings.Strength, task.Settings.KeepColors);
        if (!mix.NeedsPainting || _choice.First(picture.Format) is not { } painter) return;
        task.PaintWith(painter, _choice.Second(picture.Format));
        _painted = picture.Format;
    }

    private void Fade(LiveTask task, bool begins, TimeSpan now)
    {
        if (begins) (_fading, _fadeBegan) = (true, now);
        double left = 1 - ((now - _fadeBegan) / FadeTime);
        _fading &= left > 0;
        (task.BeginsFade, task.Faded) = (begins, _fading ? Math.Min(1, left) : 0);
    }

    private void Finish(LiveTask task)
    {
        _finisher.Finish(task);
        TimeSpan took = _time.GetElapsedTime(task.Begun) / (task.IsAbreast ? Lanes : 1);
        if (task.IsUsual) _choice.Note(took, Interval, task.Frame.Stamp.PresentationTime);
    }
}
