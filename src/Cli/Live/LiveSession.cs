using System.Text.Json;
using LiveStyle.Cli.Terminal;
using LiveStyle.Frames;
using LiveStyle.Live;
using LiveStyle.Render;
using LiveStyle.Stylize;
using Microsoft.Extensions.Logging;

namespace LiveStyle.Cli.Live;

/// <summary>Builds a live run as the user asked for it, and stays with it to its end.</summary>
internal static class LiveSession
{
    /// <summary>Runs until the user, the window or the time ends it.</summary>
    /// <exception cref="LiveStyleException">A source, a style or an output can't be opened, or a file could not be completed.</exception>
    public static async Task<LiveSummary> RunAsync(LiveJob job, Interruption interruption, LoggerFactory log)
    {
        TimeProvider time = TimeProvider.System;
        using var run = new LiveRun(Options(job, time, interruption.Stop), StyleCatalog.Default, log.CreateLogger("live"));
        var lines = new LiveLines(run);
        new LiveOutputs(job, run, lines, log).Open();
        run.OnTick = status => Tell(status, job, run, lines);
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(interruption.Stop);
        if (job.Duration is { } duration) ending.CancelAfter(duration);
        Task keys = TerminalKeys.ListenAsync(lines.Press, ending.Token);
        try
        {
            return LiveSummary.Of(await run.RunAsync(ending.Token, interruption.Cancel).ConfigureAwait(false));
        }
        finally
        {
            await ending.CancelAsync().ConfigureAwait(false);
            await keys.ConfigureAwait(false);
            if (job.Profile is { } profile) LiveProfile.Write(profile, run.Settings);
        }
    }

    private static LiveOptions Options(LiveJob job, TimeProvider time, CancellationToken stop) => new()
    {
        Settings = job.Settings,
        OpenSource = new LiveSource(job, time, stop).Choose(),
        OpenRecording = (path, rate) => new VideoFileSink(new VideoFileOptions { Path = path, Rate = rate, KeepsPart = true, Encoding = new VideoEncoding { Preset = "ultrafast" } }),
        OpenSnapshot = path => new ImageSink(path),
        Folder = job.Folder ?? Pictures(),
        Rate = job.Rate,
        Crop = job.Crop,
        Device = job.Stylizer.Device,
        Precision = job.Stylizer.Precision,
        Threads = job.Stylizer.Threads,
        Time = time,
    };

    private static string Pictures()
    {
        string folder = Environment.GetFolderPath(Environment.SpecialFolder.MyPictures);
        return folder.Length > 0 ? Path.Combine(folder, "LiveStyle") : ".";
    }

    private static void Tell(LiveStatus status, LiveJob job, LiveRun run, LiveLines lines)
    {
        lines.Tick(status);
        if (job.Json) Console.Out.WriteLine(JsonSerializer.Serialize(status, LiveJson.Default.LiveStatus));
        else if (Stderr.IsTerminal) Console.Error.Write($"\r{LiveLines.Line(status, run.Settings)}\u001b[K");
    }
}
