using LiveStyle.Frames;
using LiveStyle.Live;
using LiveStyle.Pipeline;

namespace LiveStyle.Web.Tests;

/// <summary>A live run that is none: keeps settings, names files that it does not write.</summary>
internal sealed class FakeControls : ILiveControls
{
    private readonly Lock _gate = new();
    private LiveSettings _settings = new() { Style = "great-wave" };

    public IReadOnlyList<string> Styles { get; } =
        ["great-wave", "starry-night", "composition-vii", "mosaic", "ink", "watercolour"];

    public LiveSettings Settings
    {
        get
        {
            lock (_gate) return _settings;
        }
    }

    public string? Recording { get; private set; }

    public LiveStyleException? Failure { get; set; }

    public TaskCompletionSource Ended { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public LiveSettings Change(Func<LiveSettings, LiveSettings> change)
    {
        lock (_gate)
        {
            LiveSettings changed = change(_settings);
            if (string.Join(' ', changed.Problems()) is { Length: > 0 } problems) throw new UsageException(problems);
            if (!Styles.Contains(changed.Style)) throw new UsageException($"There is no style '{changed.Style}'.");
            return _settings = changed;
        }
    }

    public LiveStatus Status() => new()
    {
        Seconds = 12.5,
        Source = new SourceStatus("HD Pro Webcam C920", "640x480", IsConnected: true, Problem: null),
        Frames = new FrameCounts { Captured = 375, Stylized = 372, Emitted = 372, Dropped = 3 },
        FramesPerSecond = 29.9,
        Latency = new LatencyMilliseconds(21.5, 33.1, 40.2),
        Stages = [new StageStatus("capture", 30, 1.2, 0.04, 0), new StageStatus("stylize", 29.9, 19.8, 1.2, 3)],
        Outputs =
        [
            new OutputStatus("window", 372, 0, IsConnected: true, Problem: null),
            new OutputStatus("/dev/video10 (OBS Virtual Camera)", 371, 1, IsConnected: true, Problem: null),
            new OutputStatus("srt://192.168.1.20:9000", 120, 252, IsConnected: false, Problem: "nobody listens there; trying again in 2 s"),
        ],
        Cores = 1.3,
        Tier = "balanced",
        NetworkSize = "640x480",
        FramesAtOnce = 1,
        Recording = Recording,
    };

    public string TakeSnapshot() => Failure is { } failure ? throw failure : "/home/me/Pictures/livestyle-0001.png";

    public string StartRecording() => Failure is { } failure ? throw failure : Recording = "/home/me/Videos/livestyle-0001.mkv";

    public string? StopRecording()
    {
        string? path = Recording;
        Recording = null;
        return path;
    }

    public void EndRun() => Ended.TrySetResult();
}
