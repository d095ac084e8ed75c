using LiveStyle.Frames;

namespace LiveStyle.Stylize.Scenes;

/// <summary>Paints a film in one style after the other, by time. What is needed is open, and nothing else: a film may have hundreds of scenes.</summary>
/// <remarks>Before the first scene the pictures stay as they are. A scene's painter is opened and observes frames as long before the scene as it
/// looks back, so that a frame is the same wherever the work on the film is begun.</remarks>
public sealed class SceneStylizer : ITemporalTransform
{
    private readonly IReadOnlyList<StyleScene> _scenes;
    private readonly Dictionary<int, ScenePainter> _open = [];
    private readonly TaskShelf<SceneTask> _tasks;
    private (int First, int Last) _needed = (0, -1);
    private bool _closes;

    /// <param name="scenes">At least one, in the order of their times; a fade ends before the next scene begins.</param>
    /// <param name="memory">How far the longest memory of a painter reaches back.</param>
    /// <param name="lanes">Frames that each of the painters can transform at the same time.</param>
    /// <exception cref="ArgumentException">The scenes are none, or not in order.</exception>
    public SceneStylizer(IReadOnlyList<StyleScene> scenes, TimeSpan memory, int lanes = 1)
    {
        if (scenes.Count == 0) throw new ArgumentException("There is no scene.", nameof(scenes));
        if (scenes.Zip(scenes.Skip(1)).Any(pair => pair.Second.From < pair.First.From + pair.First.Fade || pair.Second.From == pair.First.From))
            throw new ArgumentException("The scenes are not in order, or begin while another fades in.", nameof(scenes));
        (_scenes, Memory, Lanes) = (scenes, memory, lanes);
        _tasks = new TaskShelf<SceneTask>(() => new SceneTask(_tasks!.Return));
    }

    /// <inheritdoc/>
    public TimeSpan Memory { get; }

    /// <inheritdoc/>
    public int Lanes { get; }

    /// <inheritdoc/>
    public void Observe(Frame frame) => Prepare(frame, At(frame.Stamp.PresentationTime), isPainted: false);

    /// <inheritdoc/>
    public IFrameTask Begin(Frame frame)
    {
        TimeSpan time = frame.Stamp.PresentationTime;
        int scene = At(time);
        Prepare(frame, scene, isPainted: true);
        SceneTask task = _tasks.Take();
        double before = scene < 0 ? 0 : Before(scene, time);
        if (before > 0) task.Begin(frame, Painter(scene), Painter(scene - 1), before);
        else task.Begin(frame, Painter(scene));
        return task;
    }

    /// <inheritdoc/>
    public bool TransformInPlace(Frame frame, CancellationToken cancellationToken) => Begin(frame).Complete(cancellationToken);

    /// <summary>Frees all that is open.</summary>
    public void Dispose()
    {
        foreach (ScenePainter painter in _open.Values) painter.Dispose();
        _open.Clear();
    }

    /// <summary>The scene of a moment; -1 before the first.</summary>
    private int At(TimeSpan time)
    {
        int scene = _scenes.Count - 1;
        while (scene >= 0 && _scenes[scene].From > time) scene--;
        return scene;
    }

    /// <summary>What share of the picture is the scene's before <paramref name="scene"/>.</summary>
    private double Before(int scene, TimeSpan time) =>
        _scenes[scene].Fade > TimeSpan.Zero ? Math.Max(1 - ((time - _scenes[scene].From) / _scenes[scene].Fade), 0) : 0;

    /// <summary>Closes what is over, and lets those observe the frame that don't paint it but will paint soon.</summary>
    private void Prepare(Frame frame, int scene, bool isPainted)
    {
        TimeSpan time = frame.Stamp.PresentationTime;
        int first = scene >= 0 && Before(scene, time) > 0 ? scene - 1 : scene, last = At(time + Memory);
        if (_needed != (first, last)) (_needed, _closes) = ((first, last), true); // rarely: most frames need what the one before needed
        if (_closes) CloseWhatIsOver();
        for (int soon = Math.Max(isPainted ? scene + 1 : first, 0); soon <= last; soon++) Painter(soon)?.Transform.Observe(frame);
    }

    /// <summary>What still works on a frame is closed with one of the next.</summary>
    private void CloseWhatIsOver()
    {
        _closes = false;
        foreach (int over in _open.Keys.Where(open => open < _needed.First || open > _needed.Last).ToArray())
        {
            if (_open[over].Tasks > 0)
            {
                _closes = true;
                continue;
            }

            _open[over].Dispose();
            _open.Remove(over);
        }
    }

    private ScenePainter? Painter(int scene)
    {
        if (scene < 0 || _scenes[scene].Open is not { } open) return null;
        if (!_open.TryGetValue(scene, out ScenePainter? painter)) _open.Add(scene, painter = new ScenePainter(open()));
        return painter;
    }
}
