using System.CommandLine;
using LiveStyle.Capture;
using LiveStyle.Cli.Terminal;
using LiveStyle.Cli.Video;
using LiveStyle.Frames;
using LiveStyle.Video;
using Microsoft.Extensions.Logging;

namespace LiveStyle.Cli.Commands;

/// <summary><c>livestyle work</c>: makes a part of a job, on whatever machine and by whatever engine starts it.</summary>
internal static class WorkCommand
{
    public static Command Create()
    {
        var folder = new Argument<string>("JOB") { Description = "Folder that 'livestyle plan' made." };
        var index = new Option<int?>("--index")
        {
            Description = $"Number of the part, from 0. [default: {PartNumber.Variables}]",
            HelpName = "N",
        };
        var all = new Option<bool>("--all") { Description = "Make all parts that are missing, one after another." };
        var threads = new Option<int>("--threads") { Description = "Threads of the network on the CPU; 0 is one a core.", HelpName = "N" };
        var command = new CliCommand(
            "work", "Make one part of a job of 'plan'.",
            "livestyle work job --index 3", "livestyle work job --all", "livestyle work job --index 3 --threads 1")
        {
            folder, index, all, threads,
        };
        command.SetAction(parsed => RunAsync(
            JobFolder.At(parsed.GetRequiredValue(folder)), parsed.GetValue(all), parsed.GetValue(index), parsed.GetValue(threads), CommandTree.IsVerbose(parsed)));
        return command;
    }

    private static async Task<int> RunAsync(JobFolder folder, bool all, int? index, int threads, bool verbose)
    {
        using LoggerFactory log = StderrLoggerProvider.CreateFactory(verbose);
        using var interruption = new Interruption();
        FilmJob job = folder.Read();
        IReadOnlyList<FilmPart> missing = folder.Missing(job);
        FilmPart[] wanted = all ? [.. job.Parts] : [PartNumber.Find(job, index)];
        FilmPart[] parts = [.. wanted.Intersect(missing)];
        if (parts.Length == 0)
        {
            Console.WriteLine(all ? "All parts are complete already." : $"Part {wanted[0].Index} is complete already.");
            return (int)ExitCode.Success;
        }

        MediaInfo media = job.Probe(job.Input.Find(folder.Path));
        using FilmPainter painter = job.Painting.Open(threads, log.CreateLogger("stylize"));
        return await MakeAsync(folder, job, parts, media, painter, interruption, log);
    }

    private static async Task<int> MakeAsync(
        JobFolder folder, FilmJob job, FilmPart[] parts, MediaInfo media, FilmPainter painter, Interruption interruption, LoggerFactory log)
    {
        using var gate = new PauseGate();
        using var run = new PartsRun(job, folder, media, painter, painter.Device, gate, log.CreateLogger("pipeline"));
        Task<PartsReport> work = run.RunAsync(parts, interruption.Stop, interruption.Cancel);
        long frames = parts.Sum(part => part.Frames);
        string title = parts.Length == 1 ? $"part {parts[0].Index}" : $"{parts.Length} parts";
        PartsReport report = await PauseKeys.WhileAsync(gate, ProgressDisplay.FollowAsync(title, work, () =>
        {
            (long done, TimeSpan elapsed) = run.HowFar();
            return new Progress(done, frames, elapsed) { IsPaused = gate.IsClosed };
        }));
        foreach (string notice in run.Notices) Stderr.Say(notice);
        if (report.Stopped)
        {
            Stderr.Say($"Interrupted: {parts.Count(part => folder.Find(part) is null)} of {title} are not made. The same command goes on.");
            return (int)ExitCode.Interrupted;
        }

        Console.WriteLine($"{title}: {report.Frames.Emitted} frames in {report.Elapsed.TotalSeconds:0.0} s on the device {painter.Device}");
        return (int)ExitCode.Success;
    }
}
