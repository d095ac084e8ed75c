using LiveStyle.Capture;
using LiveStyle.Cli.Doctor;
using LiveStyle.Cli.Terminal;
using LiveStyle.Frames;
using LiveStyle.Live;
using LiveStyle.Pipeline;
using LiveStyle.Render;
using LiveStyle.Render.Window;
using LiveStyle.Stylize;
using LiveStyle.Train.Evaluation;

namespace LiveStyle.Cli.Bench;

/// <summary>Runs live as long as is asked for, with a test pattern as the camera and a window where there is a display.</summary>
internal static class LiveBench
{
    /// <summary>Measures.</summary>
    /// <param name="options">Size, rate, length.</param>
    /// <param name="style">Name of the style.</param>
    /// <param name="stylizer">Tier, size, device.</param>
    /// <param name="interruption">Ends the measurement.</param>
    public static async Task<LiveBenchReport> RunAsync(BenchOptions options, string style, StylizerOptions stylizer, Interruption interruption)
    {
        double load = MachineLoad.Now();
        FrameRate rate = FrameRate.Of(options.LiveRate);
        TimeProvider time = TimeProvider.System;
        using var run = new LiveRun(
            new LiveOptions
            {
                Settings = new LiveSettings { Style = style, Tier = stylizer.Tier, Size = stylizer.Size ?? StylizerOptions.MaxSize, Strength = stylizer.Strength, KeepColors = stylizer.KeepColors },
                OpenSource = pool => new TestPatternSource(new TestPatternOptions { Format = options.Format, Rate = rate, Live = true }, pool, time),
                OpenRecording = (_, _) => new NullSink(),
                OpenSnapshot = _ => new NullSink(),
                Folder = ".",
                Device = stylizer.Device,
                Precision = stylizer.Precision,
                Threads = stylizer.Threads,
            },
            StyleCatalog.Default);
        var first = new FirstFrameClock(new NullSink());
        var meter = new MeteredSink(first, warmFrame: Math.Max(10, (long)(options.Seconds * options.LiveRate / 10)));
        run.AddOutput(new BranchOptions { Name = "meter", Open = () => meter, Reopens = false });
        if (Display.Problem(Environment.GetEnvironmentVariable("DISPLAY")) is null)
            run.AddOutput(new BranchOptions { Name = "window", Open = () => new WindowSink(new WindowOptions { Title = "LiveStyle bench", OnKey = _ => { }, OnClosed = run.EndRun }) });
        List<LiveStatus> seconds = [];
        run.OnTick = seconds.Add;
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(interruption.Stop);
        ending.CancelAfter(TimeSpan.FromSeconds(options.Seconds));
        Stderr.Say($"Running live for {options.Seconds} s ...");
        return Report(load, options, style, stylizer, await run.RunAsync(ending.Token, interruption.Cancel), seconds, meter) with { FirstFrameSeconds = first.SecondsAfterStart };
    }

    private static LiveBenchReport Report(
        double load, BenchOptions options, string style, StylizerOptions stylizer, LiveReport report, List<LiveStatus> seconds, MeteredSink meter)
    {
        LiveStatus[] steady = [.. seconds.Skip(seconds.Count / 10)];
        return new LiveBenchReport
        {
            Machine = MachineInfo.Here,
            LoadBefore = load,
            Style = style,
            Tier = stylizer.Tier.DisplayName(),
            VideoSize = $"{options.Format}",
            FramesPerSecondAsked = options.LiveRate,
            Seconds = Math.Round(report.Elapsed.TotalSeconds, 2),
            Frames = report.Frames,
            LatencyMs = LatencyMilliseconds.Of(report.Latency),
            PaintMs = Mean(steady, status => status.Stages.First(stage => stage.Name == "stylize").Milliseconds),
            FramesAtOnce = Mean(steady, status => status.FramesAtOnce),
            LatencyGrowthMsAnHour = Math.Round(GrowthASecond(steady) * 3600, 1),
            AllocatedBytesPerFrame = meter.AllocatedBytesPerFrame,
            MemoryMiB = meter.MemoryMiB,
            MemoryGrowthMiB = meter.MemoryGrowthMiB,
            Cores = Mean(steady, status => status.Cores),
            Outputs = report.Outputs,
        };
    }

    private static double Mean(LiveStatus[] seconds, Func<LiveStatus, double> value) => seconds.Length == 0 ? 0 : Math.Round(seconds.Average(value), 2);

    /// <summary>Least squares: how the p95 of a second depends on the second.</summary>
    private static double GrowthASecond(LiveStatus[] seconds)
    {
        if (seconds.Length < 2) return 0;
        double time = seconds.Average(status => status.Seconds), latency = seconds.Average(status => status.Latency.P95);
        return seconds.Sum(status => (status.Seconds - time) * (status.Latency.P95 - latency)) / seconds.Sum(status => Math.Pow(status.Seconds - time, 2));
    }
}
