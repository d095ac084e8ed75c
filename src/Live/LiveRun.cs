using LiveStyle.Frames;
using LiveStyle.Live.Outputs;
using LiveStyle.Live.Painting;
using LiveStyle.Live.Sources;
using LiveStyle.Pipeline;
using LiveStyle.Stylize;
using LiveStyle.Stylize.Devices;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace LiveStyle.Live;

/// <summary>A live run: source, painter, and any number of outputs that hold up nobody; with everything that a user can do meanwhile.</summary>
/// <remarks>Latency comes first: one frame waits between two stages, and the newest wins.</remarks>
public sealed class LiveRun : ILiveControls, IDisposable
{
    private const int RecordingQueue = 8;

    private static readonly FrameRate UsualRate = new(30, 1);
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1), SnapshotPatience = TimeSpan.FromSeconds(5), Unwatched = TimeSpan.FromSeconds(10);
    private static readonly PipelineOptions Queues = new() { Mode = PipelineMode.Live, QueueLength = 1 };

    private readonly LiveOptions _options;
    private readonly StyleCatalog _catalog;
    private readonly ILogger _log;
    private readonly SettingsBox _settings;
    private readonly FramePool _pool = new(Queues.FramesHeld(1) + StylePainter.MostLanes + 2); // one more is turned, one is a placeholder; what is never needed is never made
    private readonly ReopeningSource _source;
    private readonly PainterShelf _shelf;
    private readonly LivePainter _painter;
    private readonly SinkFan _fan;
    private readonly FramePipeline _pipeline;
    private readonly StatusTicker _ticker;
    private readonly CancellationTokenSource _end = new();
    private readonly Lock _recordingChanges = new();
    private Recording? _recording;
    private TickedStatus _ticked;
    private long _ticks;
    private TimeSpan _watched;

    /// <summary>Opens the source and loads the style.</summary>
    /// <exception cref="LiveStyleException">One of them is not usable, or the settings make no sense.</exception>
    public LiveRun(LiveOptions options, StyleCatalog catalog, ILogger? logger = null)
    {
        (_options, _catalog, _log) = (options, catalog, logger ?? NullLogger.Instance);
        _settings = new SettingsBox(options.Settings, catalog);
        Styles = [.. catalog.List().Where(style => style.Problem is null).Select(style => style.Name)];
        _source = new ReopeningSource(() => options.OpenSource(_pool), new NoSignal(), _pool, options.Time, _log);
        var turned = new TurnedSource(_source, () => _settings.Now, options.Crop, options.Rate, _pool);
        Rate = options.Rate ?? turned.Info.Rate ?? UsualRate;
        _shelf = new PainterShelf(key => Load(key, NullLogger.Instance), _log);
        _fan = new SinkFan(options.Time, _log);
        _ticker = new StatusTicker(options.Time);
        int lanes;
        try
        {
            lanes = LoadFirst(turned.Info.Format).LanesAbreast;
        }
        catch
        {
            Dispose();
            throw;
        }

        _painter = new LivePainter(() => _settings.Now, _shelf, Styles, options.Time, Rate.Interval, lanes);
        _pipeline = new FramePipeline(turned, [_painter], _fan, Queues with { Time = options.Time }, _log);
        _watched = options.Time.Now();
        _ticked = Tick();
    }

    /// <summary>Frames a second that are held.</summary>
    public FrameRate Rate { get; }

    /// <inheritdoc/>
    public IReadOnlyList<string> Styles { get; }

    /// <inheritdoc/>
    public LiveSettings Settings => _settings.Now;

    /// <summary>Asked once a second whether anybody sees the picture. Default <see langword="null"/>: somebody does. After ten seconds without,
    /// the source is closed until somebody looks again.</summary>
    public Func<bool>? IsWatched { get; set; }

    /// <summary>Told once a second how the run goes, on a thread of the pool.</summary>
    public Action<LiveStatus>? OnTick { get; set; }

    /// <summary>Opens an output.</summary>
    /// <exception cref="LiveStyleException">It can't be opened.</exception>
    public void AddOutput(BranchOptions output) => _fan.Add(output);

    /// <summary>Runs until <paramref name="stop"/> or <see cref="EndRun"/>; outputs are then completed.</summary>
    /// <exception cref="LiveStyleException">A file could not be written, or something failed that can't come back.</exception>
    /// <exception cref="OperationCanceledException">Cancelled: nothing is completed.</exception>
    public async Task<LiveReport> RunAsync(CancellationToken stop, CancellationToken cancellationToken)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(stop, _end.Token);
        using var meters = new LiveMeters(Status);
        PipelineReport report;
        await using (_options.Time.CreateTimer(_ => TakeStatus(), null, Second, Second).ConfigureAwait(false))
        {
            report = await _pipeline.RunAsync(ending.Token, cancellationToken).ConfigureAwait(false);
        }

        return new LiveReport(_source.Info.Name, report.Frames, report.Elapsed, _fan.Latency.Total(), _fan.Reports());
    }

    /// <inheritdoc/>
    public LiveSettings Change(Func<LiveSettings, LiveSettings> change)
    {
        try
        {
            return _settings.Change(change);
        }
        catch (ModelInvalidException e)
        {
            throw new UsageException(e.Message);
        }
    }

    /// <inheritdoc/>
    public LiveStatus Status()
    {
        TickedStatus ticked = Volatile.Read(ref _ticked);
        PainterKey used = _painter.Used;
        return new LiveStatus
        {
            Seconds = Math.Round(ticked.Seconds, 1),
            Source = new SourceStatus(_source.Info.Name, $"{_source.Info.Format}", _source.Problem is null, _source.Problem),
            Frames = _pipeline.Snapshot().Frames,
            FramesPerSecond = Math.Round(ticked.FramesPerSecond, 1),
            Latency = ticked.Latency,
            Stages = ticked.Stages,
            Outputs = [.. _fan.Reports().Select(output => new OutputStatus(output.Name, output.Written, output.Dropped, output.Problem is null, output.Problem))],
            Cores = Math.Round(ticked.Cores, 2),
            Tier = used.Tier.DisplayName(),
            NetworkSize = $"{PictureSize.Seen(used.Format, used.Size)}",
            FramesAtOnce = _painter.MostUnderWay,
            Problem = _shelf.Problem,
            Recording = _recording?.Path,
        };
    }

    /// <inheritdoc/>
    public string TakeSnapshot()
    {
        string path = FileNames.New(Folder(), ".png", _options.Time);
        var sink = new FirstFrameSink(_options.OpenSnapshot(path));
        SinkBranch branch = _fan.Add(new BranchOptions { Name = path, Open = () => sink, Reopens = false, Patience = SnapshotPatience });
        bool came = sink.Came.Wait(SnapshotPatience);
        _fan.Remove(branch);
        return came ? path : throw new MediaUnwritableException(path, "no picture came", "Look whether the source delivers.");
    }

    /// <inheritdoc/>
    public string StartRecording() => StartRecording(null);

    /// <summary>Starts to record, to a file of a given name.</summary>
    /// <inheritdoc cref="ILiveControls.StartRecording"/>
    public string StartRecording(string? path)
    {
        lock (_recordingChanges)
        {
            if (_recording is { } running) return running.Path;
            path ??= FileNames.New(Folder(), ".mkv", _options.Time);
            var sink = new RecordingSink(path, file => _options.OpenRecording(file, Rate));
            _recording = new Recording(_fan.Add(new BranchOptions { Name = path, Open = () => sink, Reopens = false, QueueLength = RecordingQueue, Patience = null }), path);
            return path;
        }
    }

    /// <inheritdoc/>
    public string? StopRecording()
    {
        lock (_recordingChanges)
        {
            if (_recording is not { } running) return null;
            _recording = null;
            _fan.Remove(running.Branch);
            return running.Path;
        }
    }

    /// <inheritdoc/>
    public void EndRun() => _end.Cancel();

    /// <summary>Closes the outputs, the source and the networks. Only after the run.</summary>
    public void Dispose()
    {
        _fan.Dispose();
        _source.Dispose();
        _shelf.Dispose(); // and the painters, which are the shelf's
        _ticker.Dispose();
        _pool.Dispose();
        _end.Dispose();
    }

    private void TakeStatus()
    {
        TimeSpan now = _options.Time.Now();
        if (IsWatched?.Invoke() ?? true) _watched = now;
        _source.IsWanted = now - _watched < Unwatched || _recording is not null;
        bool isFirst = _ticks++ == 0;
        Volatile.Write(ref _ticked, Tick());
        LiveStatus status = Status();
        if (isFirst) _log.Started(status.Source.Name, Settings.Style, status.Tier, status.NetworkSize, status.FramesPerSecond);
        OnTick?.Invoke(status);
    }

    private TickedStatus Tick() => _ticker.Tick(_pipeline.Report(), _fan.Latency, [.. _fan.Reports().Select(output => output.Name)]);

    private string Folder()
    {
        try
        {
            return Directory.CreateDirectory(_options.Folder).FullName;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new MediaUnwritableException(_options.Folder, e.Message.TrimEnd('.'), inner: e);
        }
    }

    private StylePainter LoadFirst(FrameFormat format)
    {
        Rung best = QualityLadder.For(format, Settings.Tier, Settings.Size, abreast: false)[0];
        return _shelf.Load(PainterKey.For(Settings.Style, best, format), first => Load(first, _log));
    }

    /// <summary>What a device or a style lacks is said once, when the first painter is loaded.</summary>
    private StylePainter Load(PainterKey key, ILogger log)
    {
        var painter = new StylePainter(_catalog.Find(key.Style), _options.For(key.Tier, key.Size, key.Abreast), log);
        painter.Prepare(key.Format);
        return painter;
    }

    private sealed record Recording(SinkBranch Branch, string Path);
}
