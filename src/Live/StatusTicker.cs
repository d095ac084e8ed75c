using LiveStyle.Frames;
using LiveStyle.Pipeline;

namespace LiveStyle.Live;

/// <summary>Takes what a run says of itself once a second, and makes rates of it.</summary>
/// <param name="time">The clock of the whole run.</param>
internal sealed class StatusTicker(TimeProvider time) : IDisposable
{
    private readonly TimeSpan _begun = time.Now();
    private StageTimes? _times;
    private PipelineReport? _before;
    private TimeSpan[] _beforeTimes = [];
    private TimeSpan _beforeAt = time.Now();
    private TimeSpan _beforeCpu = Environment.CpuUsage.TotalTime;
    private LatencyMilliseconds _latency = new(0, 0, 0);

    /// <summary>What can be said of the time since the last call.</summary>
    /// <param name="report">Of the pipeline.</param>
    /// <param name="latency">Of the outputs.</param>
    /// <param name="outputs">Names of the outputs' threads.</param>
    public TickedStatus Tick(PipelineReport report, LatencyMeter latency, IReadOnlyCollection<string> outputs)
    {
        _times ??= new StageTimes([.. report.Stages.Select(stage => stage.Name)]);
        TimeSpan[] times = [.. _times.Read(outputs)];
        TimeSpan now = time.Now(), cpu = Environment.CpuUsage.TotalTime;
        double seconds = Math.Max((now - _beforeAt).TotalSeconds, 1e-3);
        LatencySummary recent = latency.TakeRecent();
        if (recent.P50 > TimeSpan.Zero) _latency = LatencyMilliseconds.Of(recent);
        var ticked = new TickedStatus(
            (now - _begun).TotalSeconds,
            (report.Frames.Emitted - (_before?.Frames.Emitted ?? 0)) / seconds,
            _latency,
            [.. report.Stages.Select((stage, at) => Rates(stage, _before?.Stages[at], Cores(times, at, seconds), seconds))],
            (cpu - _beforeCpu).TotalSeconds / seconds);
        (_before, _beforeAt, _beforeCpu, _beforeTimes) = (report, now, cpu, times);
        return ticked;
    }

    /// <summary>Lets go of the threads.</summary>
    public void Dispose() => _times?.Dispose();

    private static StageStatus Rates(StageReport now, StageReport? before, double cores, double seconds)
    {
        long frames = now.Frames - (before?.Frames ?? 0);
        TimeSpan busy = now.Busy - (before?.Busy ?? TimeSpan.Zero);
        return new StageStatus(now.Name, Rounded(frames / seconds), frames > 0 ? Rounded(busy.TotalMilliseconds / frames) : 0, cores, now.Dropped);
    }

    /// <summary>A thread that has ended takes its time with it: less than before counts as none.</summary>
    private double Cores(TimeSpan[] times, int stage, double seconds) =>
        _beforeTimes.Length == 0 ? 0 : Math.Round(Math.Max((times[stage] - _beforeTimes[stage]).TotalSeconds, 0) / seconds, 2);

    private static double Rounded(double value) => Math.Round(value, 1);
}
