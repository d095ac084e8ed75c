using System.Diagnostics;

namespace LiveStyle.Train.Training;

/// <summary>Turns steps of stages into the progress of the whole training.</summary>
/// <param name="stages">All, in order.</param>
/// <param name="progress">Told after every step.</param>
internal sealed class TrainingClock(IEnumerable<TrainingStage> stages, Action<TrainingProgress> progress)
{
    private readonly TrainingStage[] _stages = [.. stages];
    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private string? _stage;
    private TimeSpan _stageBegan;
    private int _firstStep;

    public void Tick(TrainingStage stage, int step, StepLosses losses)
    {
        if (stage.Name != _stage) (_stage, _stageBegan, _firstStep) = (stage.Name, _clock.Elapsed, step);
        int before = _stages.TakeWhile(earlier => earlier.Name != stage.Name).Sum(earlier => earlier.Steps);
        int all = _stages.Sum(each => each.Steps);
        TimeSpan each = (_clock.Elapsed - _stageBegan) / Math.Max(1, step - _firstStep);
        progress(new TrainingProgress(stage.Name, before + step, all, losses, _clock.Elapsed, each * (all - before - step)));
    }
}
