using LiveStyle.Cli.Terminal;
using LiveStyle.Train.Training;

namespace LiveStyle.Cli.Training;

/// <summary>Says where a training stands: each of the first steps, then a line every ten seconds, since a training runs for an hour and its
/// lines are kept as its log.</summary>
internal sealed class TrainingLines
{
    private const int FirstSteps = 3;
    private static readonly TimeSpan BetweenLines = TimeSpan.FromSeconds(10);

    private TimeSpan _last;

    public void Report(TrainingProgress progress)
    {
        bool ends = progress.Step == progress.Steps;
        if (progress.Step > FirstSteps && !ends && progress.Elapsed - _last < BetweenLines) return;
        _last = progress.Elapsed;
        Stderr.Say($"step {progress.Step} of {progress.Steps}, {Progress.Duration(progress.Remaining)} left: {progress.Losses}");
    }
}
