using System.Diagnostics.Metrics;
using LiveStyle.Capture;
using LiveStyle.Frames;
using LiveStyle.Pipeline;
using LiveStyle.Render;
using LiveStyle.Stylize;

namespace LiveStyle.Live.Tests;

/// <summary>What <c>dotnet-counters</c> and OpenTelemetry are told of a run.</summary>
public sealed class MetersTests : IDisposable
{
    private const int Frames = 45;

    private readonly Dictionary<string, double> _measured = [];
    private readonly MeterListener _listener = new();
    private StandingSource? _source;

    public MetersTests()
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name == LiveMeters.Name) listener.EnableMeasurementEvents(instrument);
        };
        _listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => _measured.Add(Key(instrument, tags), value));
        _listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => _measured.Add(Key(instrument, tags), value));
        _listener.Start();
    }

    public void Dispose() => _listener.Dispose();

    [Fact(Timeout = 60_000)]
    public async Task The_meter_says_what_the_status_says()
    {
        using var run = new LiveRun(Options(), StyleCatalog.Default);
        run.AddOutput(new BranchOptions { Name = "nothing", Open = () => new NullSink() });
        LiveStatus? last = null;
        run.OnTick = status =>
        {
            if (last is not null) return;
            _measured.Clear();
            _listener.RecordObservableInstruments();
            if (_source?.Delivered == status.Frames.Captured && status.Frames.Balanced) last = status;
            if (last is not null) run.EndRun();
        };

        LiveReport report = await run.RunAsync(CancellationToken.None, CancellationToken.None);

        FrameCounts frames = report.Frames;
        Assert.Equal(frames, last!.Frames);
        (string, double)[] expected =
        [
            ("livestyle.frames captured", frames.Captured), ("livestyle.frames stylized", frames.Stylized), ("livestyle.frames emitted", frames.Emitted),
            ("livestyle.frames dropped", frames.Dropped), ("livestyle.frames dropped_at_output", frames.DroppedAtOutput),
            ("livestyle.frames skipped", frames.Skipped), ("livestyle.frames failed", frames.Failed),
            ("livestyle.rate", last.FramesPerSecond), ("livestyle.cores", last.Cores),
            ("livestyle.latency 50", last.Latency.P50), ("livestyle.latency 95", last.Latency.P95), ("livestyle.latency 99", last.Latency.P99),
            .. last.Stages.Select(stage => ($"livestyle.stage.time {stage.Name}", stage.Milliseconds)),
            .. last.Stages.Select(stage => ($"livestyle.stage.cores {stage.Name}", stage.Cores)),
            ("livestyle.output.dropped nothing", report.Outputs[0].Dropped),
        ];
        Assert.Equal(expected.Order(), _measured.Select(measured => (measured.Key, measured.Value)).Order());
        Assert.True(last.Latency.P50 > 0 && last.Stages.Count == 3, $"{last}");
    }

    private static string Key(Instrument instrument, ReadOnlySpan<KeyValuePair<string, object?>> tags) =>
        tags.IsEmpty ? instrument.Name : $"{instrument.Name} {tags[0].Value}";

    private LiveOptions Options() => new()
    {
        Settings = new LiveSettings { Style = "great-wave", Tier = NetworkTier.Fast },
        OpenSource = pool => _source = new StandingSource(pool),
        OpenRecording = (path, _) => throw new MediaUnwritableException(path, "nothing is recorded here"),
        OpenSnapshot = path => new ImageSink(path),
        Folder = Path.GetTempPath(),
    };

    /// <summary>Delivers some frames, then none, so that the counts stand still.</summary>
    private sealed class StandingSource(FramePool pool) : IFrameSource
    {
        private readonly TestPatternSource _pattern = new(
            new TestPatternOptions { Format = new FrameFormat(128, 72), Rate = new FrameRate(30, 1), Live = true, Count = Frames }, pool, TimeProvider.System);

        private long _delivered;

        public SourceInfo Info => _pattern.Info;

        /// <summary>How many it delivered; <see langword="null"/> while there are more.</summary>
        public long? Delivered { get; private set; }

        public Frame? Read(CancellationToken cancellationToken)
        {
            if (_pattern.Read(cancellationToken) is { } frame)
            {
                _delivered++;
                return frame;
            }

            Delivered = _delivered;
            cancellationToken.WaitHandle.WaitOne();
            throw new OperationCanceledException(cancellationToken);
        }

        public void Dispose() => _pattern.Dispose();
    }
}
