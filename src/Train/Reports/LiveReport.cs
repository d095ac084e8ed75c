using LiveStyle.Frames;

namespace LiveStyle.Train.Reports;

/// <summary>The report of a training that is under way: <c>report.html</c> and <c>losses.jsonl</c> in one folder.</summary>
/// <remarks>A trainer calls <see cref="Add"/> after every step, <see cref="Show"/> where it has pictures, and <see cref="Write"/> now and then.</remarks>
public sealed class LiveReport : IDisposable
{
    private readonly string _page;
    private readonly LossLog _log;
    private readonly TimeProvider _clock;
    private readonly double _before;
    private readonly long _begun;
    private TrainingReport _report;

    /// <summary>Opens the log, and goes on with it where a training is resumed.</summary>
    /// <param name="folder">Made if missing.</param>
    /// <param name="start">Title, steps, recipe and phases; the rest is filled in here.</param>
    /// <param name="done">Steps that the checkpoint holds; 0 begins anew.</param>
    /// <param name="clock">Tells the time.</param>
    /// <exception cref="MediaUnwritableException">The folder can't be written.</exception>
    public LiveReport(string folder, TrainingReport start, int done, TimeProvider clock)
    {
        _page = Path.Combine(folder, ReportPage.FileName);
        _log = LossLog.Open(Path.Combine(folder, LossLog.FileName), done);
        (_clock, _begun) = (clock, clock.GetTimestamp());
        _before = _log.Records.Count > 0 ? _log.Records[^1].Seconds : 0;
        _report = start with { Records = _log.Records };
    }

    /// <summary>Records one step.</summary>
    /// <param name="step">From 1.</param>
    /// <param name="losses">By name.</param>
    /// <exception cref="MediaUnwritableException">The disk is full.</exception>
    public void Add(int step, IReadOnlyDictionary<string, double> losses) =>
        _log.Add(new LossRecord(step, Math.Round(_before + _clock.GetElapsedTime(_begun).TotalSeconds, 3), losses));

    /// <summary>Replaces the pictures.</summary>
    public void Show(params ReportPreview[] previews) => _report = _report with { Previews = previews };

    /// <summary>Writes the page as things stand.</summary>
    /// <param name="remaining">Expected time to the end; <see langword="null"/> when the training has ended or is being stopped.</param>
    /// <exception cref="MediaUnwritableException">The disk is full.</exception>
    public void Write(TimeSpan? remaining) =>
        ReportPage.Write(_page, _report = _report with { Remaining = remaining, Written = _clock.GetLocalNow() });

    /// <inheritdoc/>
    public void Dispose() => _log.Dispose();
}
