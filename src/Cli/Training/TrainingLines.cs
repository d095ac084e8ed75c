using LiveStyle.Cli.Terminal;

namespace LiveStyle.Cli.Training;

/// <summary>Says where a training stands: each of the first steps, then a line every ten seconds, since a training runs for an hour and its
/// lines are kept as its log.</summary>
internal sealed class TrainingLines
{
    private const int FirstSteps = 3;
    private static readonly TimeSpan BetweenLines = TimeSpan.FromSeconds(10);

    private TimeSpan _last;

    public void Report(int step, int steps, TimeSpan elapsed, TimeSpan remaining, object losses)
    {
        bool ends = step == steps;
        if (step > FirstSteps && !ends && elapsed - _last < BetweenLines) return;
        _last = elapsed;
        Stderr.Say($"step {step} of {steps}, {Progress.Duration(remaining)} left: {losses}");
    }
}
