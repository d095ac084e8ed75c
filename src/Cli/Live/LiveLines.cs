using System.Globalization;
using LiveStyle.Cli.Terminal;
using LiveStyle.Frames;
using LiveStyle.Live;

namespace LiveStyle.Cli.Live;

/// <summary>What a live run tells its user: figures in the terminal and, on wish, over the picture; answers to keys.</summary>
/// <param name="controls">Of the run.</param>
internal sealed class LiveLines(ILiveControls controls)
{
    private static readonly TimeSpan AnswerTime = TimeSpan.FromSeconds(3);

    private string[] _figures = [];
    private string[] _overlay = [];
    private string? _answer;
    private TimeSpan _answered;
    private bool _showsFigures;

    /// <summary>Lines over the picture in the window.</summary>
    public IReadOnlyList<string> Overlay => Volatile.Read(ref _overlay);

    /// <summary>A key was pressed, in the window or in the terminal.</summary>
    public void Press(char key)
    {
        if (char.ToLowerInvariant(key) == 'i')
        {
            _showsFigures = !_showsFigures;
            Renew();
            return;
        }

        if (LiveKeys.Press(key, controls) is not { } answer) return;
        (_answer, _answered) = (answer, TimeProvider.System.Now());
        if (Stderr.IsTerminal) Stderr.Say(answer);
        Renew();
    }

    /// <summary>A second has gone by.</summary>
    public void Tick(LiveStatus status)
    {
        _figures = [.. Figures(status, controls.Settings)];
        Renew();
    }

    /// <summary>One line for the terminal.</summary>
    public static string Line(LiveStatus status, LiveSettings settings) => string.Create(
        CultureInfo.InvariantCulture,
        $"{status.FramesPerSecond:0.0} frames/s, latency {status.Latency.P50:0}/{status.Latency.P95:0}/{status.Latency.P99:0} ms, " +
        $"{status.Frames.Dropped + status.Frames.DroppedAtOutput} dropped, {status.Frames.Skipped} skipped, {status.Cores:0.0} cores, " +
        $"{settings.Style} {status.Tier} {status.NetworkSize}{(status.Source.Problem is { } problem ? $"; {problem}" : "")}");

    private static IEnumerable<string> Figures(LiveStatus status, LiveSettings settings)
    {
        yield return string.Create(CultureInfo.InvariantCulture, $"{settings.Style}, {status.Tier}, {status.NetworkSize}, strength {settings.Strength:0.0}");
        yield return string.Create(CultureInfo.InvariantCulture, $"{status.FramesPerSecond:0.0} frames/s, {status.Cores:0.0} cores");
        yield return string.Create(CultureInfo.InvariantCulture, $"latency {status.Latency.P50:0} {status.Latency.P95:0} {status.Latency.P99:0} ms (p50 p95 p99)");
        foreach (StageStatus stage in status.Stages)
            yield return string.Create(CultureInfo.InvariantCulture, $"{stage.Name}: {stage.FramesPerSecond:0.0}/s, {stage.Milliseconds:0.0} ms, {stage.Cores:0.00} cores, {stage.Dropped} dropped");
        foreach (OutputStatus output in status.Outputs)
            yield return $"{output.Name}: {output.Written} shown, {output.Dropped} dropped{(output.Problem is { } problem ? ", gone: " + problem : "")}";
    }

    private void Renew()
    {
        bool answers = _answer is not null && TimeProvider.System.Now() - _answered < AnswerTime;
        string[] answer = answers ? [_answer!] : [];
        Volatile.Write(ref _overlay, [.. _showsFigures ? _figures : [], .. answer]);
    }
}
