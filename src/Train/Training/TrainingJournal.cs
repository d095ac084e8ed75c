using System.Diagnostics;
using System.Globalization;
using LiveStyle.Train.Reports;

namespace LiveStyle.Train.Training;

/// <summary>Turns steps of stages into the progress of the whole training, and keeps the report.</summary>
internal sealed class TrainingJournal : IDisposable
{
    /// <summary>Folder in the output in which the report is written.</summary>
    public const string Folder = "report";

    private readonly TrainingStage[] _stages;
    private readonly Action<TrainingProgress> _progress;
    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private readonly LiveReport _report;
    private readonly Dictionary<string, ReportPreview> _previews = [];
    private string? _stage;
    private TimeSpan _stageBegan;
    private int _firstStep;
    private TimeSpan _remaining;

    /// <param name="options">Of the training.</param>
    /// <param name="stages">All, in order.</param>
    /// <param name="done">Steps, over all stages, that checkpoints hold.</param>
    /// <param name="progress">Told after every step.</param>
    public TrainingJournal(TrainingOptions options, IEnumerable<TrainingStage> stages, int done, Action<TrainingProgress> progress)
    {
        (_stages, _progress) = ([.. stages], progress);
        _report = new LiveReport(Path.Combine(options.Output, Folder), Start(options), done, TimeProvider.System);
    }

    private int AllSteps => _stages.Sum(stage => stage.Steps);

    /// <summary>Notes one step of a stage.</summary>
    public void Tick(TrainingStage stage, int step, StepLosses losses)
    {
        if (stage.Name != _stage) (_stage, _stageBegan, _firstStep) = (stage.Name, _clock.Elapsed, step);
        int now = Before(stage) + step;
        TimeSpan each = (_clock.Elapsed - _stageBegan) / Math.Max(1, step - _firstStep);
        _remaining = each * (AllSteps - now);
        _report.Add(now, losses.ByName());
        _progress(new TrainingProgress(stage.Name, now, AllSteps, losses, _clock.Elapsed, _remaining));
    }

    /// <summary>Shows what a stage's network paints now, and writes the page.</summary>
    /// <param name="stage">Whose network.</param>
    /// <param name="step">Of the stage.</param>
    /// <param name="sheet">JPEG: photos above, paintings below.</param>
    public void Show(TrainingStage stage, int step, byte[] sheet)
    {
        _previews[stage.Name] = new ReportPreview($"{stage.Name}, step {step} of {stage.Steps}", sheet);
        _report.Show([.. _stages.Reverse().Where(each => _previews.ContainsKey(each.Name)).Select(each => _previews[each.Name])]);
        _report.Write(_remaining);
    }

    /// <summary>Writes the page for the last time.</summary>
    public void Close() => _report.Write(null);

    /// <inheritdoc/>
    public void Dispose() => _report.Dispose();

    private int Before(TrainingStage stage) => _stages.TakeWhile(earlier => earlier.Name != stage.Name).Sum(earlier => earlier.Steps);

    private TrainingReport Start(TrainingOptions options) => new()
    {
        Title = $"Learning {options.Title ?? Path.GetFileNameWithoutExtension(options.Style)}",
        Steps = AllSteps,
        Records = [],
        Phases = [.. _stages.Select(stage => new ReportPhase(stage.Name, Before(stage) + 1))],
        Recipe =
        [
            new("style picture", $"{Path.GetFileName(options.Style)}, short side {options.StyleSize}"),
            new("photos", Path.GetFileName(Path.TrimEndingDirectorySeparator(options.Photos))),
            new("loss network", Path.GetFileName(options.LossNetwork)),
            new("guide", options.GuideSize.ToString()),
            new("tiers", string.Join(", ", options.Tiers.Select(tier => $"{tier} {options.SizeOf(tier)}"))),
            new("weights", string.Create(CultureInfo.InvariantCulture,
                $"style {options.StyleWeight}, content {options.ContentWeight}, palette {options.PaletteWeight}, variation {options.VariationWeight}, grid {options.GridWeight}, steadiness {options.SteadinessWeight}, guide {options.GuideWeight}")),
            new("batch, crop", $"{options.Batch}, {options.Crop}"),
            new("learning rate", options.LearningRate.ToString(CultureInfo.InvariantCulture)),
            new("seed", options.Seed.ToString(CultureInfo.InvariantCulture)),
        ],
    };
}
