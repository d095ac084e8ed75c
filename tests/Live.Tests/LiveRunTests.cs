using LiveStyle.Capture;
using LiveStyle.Frames;
using LiveStyle.Live.Sources;
using LiveStyle.Pipeline;
using LiveStyle.Render;
using LiveStyle.Stylize;

namespace LiveStyle.Live.Tests;

/// <summary>Whole runs: a test pattern in real time through a real style, with real files.</summary>
public sealed class LiveRunTests : IDisposable
{
    private static readonly FrameFormat Format = new(128, 72);

    private readonly string _folder = Directory.CreateTempSubdirectory("livestyle-live-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact(Timeout = 60_000)]
    public async Task Every_frame_is_accounted_for_and_files_are_complete()
    {
        using var run = new LiveRun(Options(), StyleCatalog.Default);
        var sink = new CountingSink();
        run.AddOutput(new BranchOptions { Name = "counts", Open = () => sink });
        string recording = run.StartRecording();
        Assert.Equal(recording, run.StartRecording());
        Task<LiveReport> running = run.RunAsync(CancellationToken.None, CancellationToken.None);
        await sink.Reached(20);

        string snapshot = await Task.Run(run.TakeSnapshot);
        Assert.Equal(recording, run.Status().Recording);
        Assert.Equal(recording, await Task.Run(run.StopRecording));
        Assert.Null(run.StopRecording());
        run.Change(now => now with { Rotate = 90 });
        await sink.Reached(new FrameFormat(72, 128));
        run.EndRun();
        LiveReport report = await running;

        Assert.True(report.Frames.Balanced, $"{report.Frames}");
        Assert.Equal(report.Frames.Captured, report.Frames.Stylized + report.Frames.Dropped + report.Frames.Skipped);
        Assert.All(report.Outputs, output => Assert.Equal(output.Offered, output.Written + output.Dropped));
        Assert.True(report.Latency.P95 > TimeSpan.Zero);
        Assert.Equal(Format, MediaProbe.Probe(snapshot).Video.Format);
        MediaInfo recorded = MediaProbe.Probe(recording);
        Assert.True(recorded.Duration > TimeSpan.FromSeconds(0.3), $"{recorded.Duration}");
        Assert.InRange(recorded.StartTime, TimeSpan.Zero, TimeSpan.FromSeconds(0.1));
    }

    [Fact(Timeout = 60_000)]
    public async Task A_recording_goes_on_in_a_second_file_when_the_picture_is_turned()
    {
        using var run = new LiveRun(Options(), StyleCatalog.Default);
        var sink = new CountingSink();
        run.AddOutput(new BranchOptions { Name = "counts", Open = () => sink });
        string recording = run.StartRecording(Path.Combine(_folder, "both.mkv"));
        Task<LiveReport> running = run.RunAsync(CancellationToken.None, CancellationToken.None);
        await sink.Reached(10);
        run.Change(now => now with { Rotate = 90 });
        await sink.Reached(new FrameFormat(72, 128));
        await Task.Delay(300);
        run.EndRun();
        await running;

        Assert.Equal(Format, MediaProbe.Probe(recording).Video.Format);
        Assert.Equal(new FrameFormat(72, 128), MediaProbe.Probe(Path.Combine(_folder, "both-2.mkv")).Video.Format);
        Assert.Equal(2, Directory.GetFiles(_folder).Length);
    }

    [Fact(Timeout = 60_000)]
    public async Task A_camera_that_is_unplugged_comes_back_and_the_run_goes_on()
    {
        int opened = 0;
        using var run = new LiveRun(
            Options() with
            {
                OpenSource = pool => Interlocked.Increment(ref opened) == 2
                    ? throw new MediaUnreadableException("camera", "it is not there")
                    : new TestPatternSource(Pattern with { Count = opened == 1 ? 15 : null }, pool, TimeProvider.System),
            },
            StyleCatalog.Default);
        var sink = new CountingSink();
        run.AddOutput(new BranchOptions { Name = "counts", Open = () => sink });
        List<string?> problems = [];
        run.OnTick = status => problems.Add(status.Source.Problem);
        Task<LiveReport> running = run.RunAsync(CancellationToken.None, CancellationToken.None);
        while (opened < 3 || run.Status().Source.Problem is not null) await Task.Delay(20);
        long before = sink.Count;
        await sink.Reached(before + 10);
        run.EndRun();
        LiveReport report = await running;

        Assert.Equal(3, opened);
        Assert.True(report.Frames.Balanced, $"{report.Frames}");
        Assert.True(sink.TimesRise);
    }

    [Fact(Timeout = 60_000)]
    public async Task Under_threefold_overload_the_latency_stays_flat()
    {
        var options = new PipelineOptions { Mode = PipelineMode.Live, QueueLength = 1 };
        using var pool = new FramePool(options.FramesHeld(1));
        using var source = new TestPatternSource(new TestPatternOptions { Format = new FrameFormat(16, 16), Rate = new FrameRate(90, 1), Live = true, Count = 540 }, pool, TimeProvider.System);
        using var fan = new SinkFan(TimeProvider.System);
        var sink = new LatencySink();
        fan.Add(new BranchOptions { Name = "latency", Open = () => sink });

        PipelineReport report = await new FramePipeline(source, [new SlowTransform(TimeSpan.FromSeconds(1 / 30.0))], fan, options)
            .RunAsync(CancellationToken.None, CancellationToken.None);

        Assert.True(report.Frames.Balanced);
        Assert.True(report.Frames.Dropped > report.Frames.Captured / 2, $"{report.Frames}");
        double[] latencies = [.. sink.Latencies];
        double first = Median(latencies[..(latencies.Length / 3)]), last = Median(latencies[^(latencies.Length / 3)..]);
        Assert.InRange(last, 0, first + 500); // a queue that grows would add four seconds; another program's load far less
        static double Median(double[] values) => values.Order().ElementAt(values.Length / 2);
    }

    [Fact]
    public void Settings_that_make_no_sense_change_nothing()
    {
        using var run = new LiveRun(Options(), StyleCatalog.Default);
        LiveSettings before = run.Settings;

        Assert.Contains("strength", Assert.Throws<UsageException>(() => run.Change(now => now with { Strength = 1.5 })).Message);
        Assert.Contains("great-wave", Assert.Throws<UsageException>(() => run.Change(now => now with { Style = "great-wafe" })).Message);
        Assert.Throws<UsageException>(() => run.Change(now => now with { SecondStyle = "nothing" }));
        Assert.Same(before, run.Settings);
        Assert.Same(before, run.Change(now => now with { }));
    }

    [Fact]
    public void Keys_do_what_their_help_says()
    {
        using var run = new LiveRun(Options(), StyleCatalog.Default);
        int styles = run.Styles.Count;
        string first = run.Settings.Style;

        for (int i = 0; i < styles; i++) Assert.StartsWith("style ", LiveKeys.Press('n', run));
        Assert.Equal(first, run.Settings.Style);
        LiveKeys.Press('p', run);
        LiveKeys.Press('N', run);
        Assert.Equal(first, run.Settings.Style);
        Assert.Equal($"style {run.Styles[1]}", LiveKeys.Press('2', run));
        Assert.Equal("strength 0.9", LiveKeys.Press('-', run));
        Assert.Equal("strength 1.0", LiveKeys.Press('+', run));
        Assert.Equal("strength 1.0", LiveKeys.Press('+', run));
        foreach (char key in "csmfdt ") Assert.EndsWith(" on", LiveKeys.Press(key, run));
        Assert.True(run.Settings is { KeepColors: true, Split: true, Mirror: true, Freeze: true, Denoise: true, Steady: true, Pause: true });
        for (int i = 0; i < 4; i++) LiveKeys.Press('r', run);
        Assert.Equal(0, run.Settings.Rotate);
        Assert.Equal($"blend of {run.Settings.Style} and {run.Styles[2]}", LiveKeys.Press('b', run));
        Assert.Equal("no blend", LiveKeys.Press('b', run));
        Assert.Null(LiveKeys.Press('~', run));
        Assert.Equal(LiveKeys.Help, LiveKeys.Press('h', run));
    }

    [Fact]
    public void A_profile_brings_the_settings_back()
    {
        string path = Path.Combine(_folder, "mine.json");
        var settings = new LiveSettings { Style = "mosaic", Strength = 0.4, Tier = NetworkTier.Fast, Size = 320, Mirror = true, SecondStyle = "great-wave" };
        Assert.Null(LiveProfile.Read(path));
        LiveProfile.Write(path, settings);
        Assert.Equal(settings, LiveProfile.Read(path));
        Assert.Contains("\"tier\": \"fast\"", File.ReadAllText(path), StringComparison.Ordinal); // the form of the HTTP API

        File.WriteAllText(path, """{"style": "mosaic", "stength": 1}""");
        Assert.Contains("stength", Assert.Throws<MediaUnreadableException>(() => LiveProfile.Read(path)).Message);
        File.WriteAllText(path, "no JSON");
        Assert.Throws<MediaUnreadableException>(() => LiveProfile.Read(path));
    }

    [Fact(Timeout = 60_000)]
    public async Task A_file_is_played_at_its_own_rate_again_and_again() => await Task.Run(() =>
    {
        using var pool = new FramePool(1);
        int opened = 0;
        using var source = new PacedSource(
            () =>
            {
                opened++;
                return new TestPatternSource(Pattern with { Live = false, Count = 6, Rate = new FrameRate(60, 1) }, pool, TimeProvider.System);
            },
            TimeProvider.System);
        long begun = TimeProvider.System.GetTimestamp();
        for (int i = 0; i < 24; i++)
        {
            using Frame frame = source.Read(CancellationToken.None)!.Value;
            Assert.Equal(i, frame.Stamp.Index);
        }

        Assert.Equal(4, opened);
        Assert.True(TimeProvider.System.GetElapsedTime(begun) > TimeSpan.FromSeconds(4 * 5 / 60.0));
    });

    private static TestPatternOptions Pattern => new() { Format = Format, Rate = new FrameRate(30, 1), Live = true };

    private LiveOptions Options() => new()
    {
        Settings = new LiveSettings { Style = "great-wave", Tier = NetworkTier.Fast },
        OpenSource = pool => new TestPatternSource(Pattern, pool, TimeProvider.System),
        OpenRecording = (path, rate) => new VideoFileSink(new VideoFileOptions { Path = path, Rate = rate, Encoding = new VideoEncoding { Preset = "ultrafast" } }),
        OpenSnapshot = path => new ImageSink(path),
        Folder = _folder,
    };

    private sealed class CountingSink : IFrameSink
    {
        private TimeSpan _last = TimeSpan.MinValue;
        private FrameFormat _format;
        private long _count;

        public long Count => Interlocked.Read(ref _count);

        public bool TimesRise { get; private set; } = true;

        public async Task Reached(long count)
        {
            while (Count < count) await Task.Delay(5);
        }

        public async Task Reached(FrameFormat format)
        {
            while (_format != format) await Task.Delay(5);
        }

        public void Write(Frame frame, CancellationToken cancellationToken)
        {
            TimesRise &= frame.Stamp.PresentationTime > _last;
            (_last, _format) = (frame.Stamp.PresentationTime, frame.Format);
            Interlocked.Increment(ref _count);
        }

        public void Complete(CancellationToken cancellationToken)
        {
        }

        public void Dispose()
        {
        }
    }

    private sealed class LatencySink : IFrameSink
    {
        public List<double> Latencies { get; } = [];

        public void Write(Frame frame, CancellationToken cancellationToken) =>
            Latencies.Add((TimeProvider.System.GetElapsedTime(0) - frame.Stamp.CapturedAt).TotalMilliseconds);

        public void Complete(CancellationToken cancellationToken)
        {
        }

        public void Dispose()
        {
        }
    }

    private sealed class SlowTransform(TimeSpan takes) : IFrameTransform
    {
        public bool TransformInPlace(Frame frame, CancellationToken cancellationToken)
        {
            Thread.Sleep(takes);
            return true;
        }

        public void Dispose()
        {
        }
    }
}
