using LiveStyle.Frames;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace LiveStyle.Pipeline;

/// <summary>Capture, stylize, render: joins a source, transforms and a sink so that all of them work at the same time.</summary>
/// <remarks>
/// Each stage has a thread of its own, since native code blocks; bounded queues lie between. A transform with several lanes has a thread
/// for each of them besides, and frames leave it in their order. Source, transforms and sink are borrowed: the
/// caller disposes them after the run. A frame belongs to the stage that works on it, or to the queue that it waits in; when the run has
/// ended, however it ended, every frame is back in its pool. Runs once.
/// </remarks>
public sealed class FramePipeline
{
    private const long NotYet = long.MinValue;

    private readonly IFrameSource _source;
    private readonly IReadOnlyList<IFrameTransform> _transforms;
    private readonly IFrameSink _sink;
    private readonly PipelineOptions _options;
    private readonly ILogger _log;
    private readonly FrameTally _tally = new();
    private readonly LatencyHistogram _latency = new();
    private readonly StageStats[] _stages;
    private readonly FrameLane[] _lanes; // _lanes[i] leads from stage i to stage i + 1
    private int _started;
    private long _begun = NotYet;
    private long _ended = NotYet;

    /// <summary>A pipeline that is ready to run.</summary>
    /// <exception cref="ArgumentException">The options have problems.</exception>
    public FramePipeline(
        IFrameSource source, IReadOnlyList<IFrameTransform> transforms, IFrameSink sink, PipelineOptions options, ILogger? logger = null)
    {
        if (options.Problems().FirstOrDefault() is { } problem) throw new ArgumentException(problem, nameof(options));
        (_source, _transforms, _sink, _options, _log) = (source, transforms, sink, options, logger ?? NullLogger.Instance);
        _stages = [.. StageNames(transforms.Count).Select(name => new StageStats(name, options.Time))];
        _lanes = [.. Enumerable.Range(0, transforms.Count + 1).Select(MakeLane)];
    }

    /// <summary>How far the run is.</summary>
    public PipelineSnapshot Snapshot() => new(_tally.Read(), Elapsed);

    /// <summary>What was done so far; after the run, in all, even if it failed.</summary>
    public PipelineReport Report() => new()
    {
        Frames = _tally.Read(),
        Elapsed = Elapsed,
        Latency = _latency.Summarize(),
        Stages = [.. _stages.Select(stage => stage.Read())],
    };

    /// <summary>Runs until the source ends, and completes the sink.</summary>
    /// <param name="gracefulStop">When cancelled, no new frame is captured; what is under way is finished and the sink completed.</param>
    /// <param name="cancellationToken">When cancelled, everything ends at once and the sink is not completed.</param>
    /// <exception cref="LiveStyleException">A stage failed: the first failure, as it was thrown. The sink is not completed.</exception>
    /// <exception cref="OperationCanceledException">Cancelled. The sink is not completed.</exception>
    public async Task<PipelineReport> RunAsync(CancellationToken gracefulStop, CancellationToken cancellationToken)
    {
        if (Interlocked.Exchange(ref _started, 1) != 0) throw new InvalidOperationException("A pipeline runs once.");
        Volatile.Write(ref _begun, _options.Time.GetTimestamp());
        _log.Started(_options.Mode, _source.Info.Name, _transforms.Count, _options.QueueLength);
        using var run = new RunState(_log, gracefulStop, cancellationToken);
        using (run.Abort.Register(CompleteLanes)) // wakes the stages that wait for each other
        {
            await Task.WhenAll(StartStages(run)).ConfigureAwait(false);
        }

        foreach (FrameLane lane in _lanes) lane.DisposeRemaining(); // nobody writes any more
        Volatile.Write(ref _ended, _options.Time.GetTimestamp());
        PipelineReport report = Report();
        _log.Ended(report.Frames.Captured, report.Frames.Emitted);
        run.ThrowIfEndedEarly();
        return report with { Stopped = gracefulStop.IsCancellationRequested };
    }

    private TimeSpan Elapsed => (Volatile.Read(ref _begun), Volatile.Read(ref _ended)) switch
    {
        (NotYet, _) => TimeSpan.Zero,
        (long begun, NotYet) => _options.Time.GetElapsedTime(begun),
        (long begun, long ended) => _options.Time.GetElapsedTime(begun, ended),
    };

    private static IEnumerable<string> StageNames(int transforms) =>
        [
            "capture",
            .. Enumerable.Range(1, transforms).Select(i => transforms == 1 ? "stylize" : $"stylize {i}"),
            "render",
        ];

    private FrameLane MakeLane(int index)
    {
        bool isOutput = index == _transforms.Count;
        Action countDropped = isOutput ? _tally.CountDroppedAtOutput : _tally.CountDropped;
        return new FrameLane(
            _options,
            countEvicted: () =>
            {
                _stages[index].CountDropped();
                countDropped();
            },
            countAborted: isOutput ? _tally.CountDroppedAtOutput : _tally.CountSkipped);
    }

    private void CompleteLanes()
    {
        foreach (FrameLane lane in _lanes) lane.Complete();
    }

    private IEnumerable<Task> StartStages(RunState run)
    {
        var capture = new CaptureStage(_source, _lanes[0], _stages[0], _tally, countsAsStylized: _transforms.Count == 0);
        yield return StageThread.Start(run, "capture", capture.Run, _lanes[0]);
        for (int i = 0; i < _transforms.Count; i++)
            yield return StageThread.Start(run, "stylize", Stylize(i, isLast: i + 1 == _transforms.Count), _lanes[i + 1]);

        var render = new RenderStage(_sink, _lanes[^1], _stages[^1], _tally, _latency, _options.Time);
        yield return StageThread.Start(run, "render", render.Run, output: null);
    }

    private Action<RunState, BlockingWait> Stylize(int index, bool isLast)
    {
        (FrameLane input, FrameLane output, StageStats stats) = (_lanes[index], _lanes[index + 1], _stages[index + 1]);
        if (_transforms[index] is not IWideTransform { Lanes: > 1 } wide)
            return new TransformStage(_transforms[index], input, output, stats, _tally, isLast).Run;
        return (run, wait) =>
        {
            using var stage = new WideTransformStage(wide, input, output, stats, _tally, isLast);
            stage.Run(run, wait);
        };
    }
}
