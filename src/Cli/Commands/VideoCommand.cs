using System.CommandLine;
using LiveStyle.Capture;
using LiveStyle.Cli.Terminal;
using LiveStyle.Cli.Video;
using LiveStyle.Frames;
using LiveStyle.Stylize;
using LiveStyle.Video;
using Microsoft.Extensions.Logging;

namespace LiveStyle.Cli.Commands;

/// <summary><c>livestyle video</c>: a video file in, the same video repainted out, with its sound.</summary>
internal static class VideoCommand
{
    public static Command Create()
    {
        var force = new Option<bool>("--force") { Description = "Replace the output if it exists, and begin an unfinished run anew." };
        var resume = new Option<bool>("--resume") { Description = "Go on with a run that was ended, at the part it was in." };
        var json = new Option<bool>("--json") { Description = "Print the summary as a JSON object." };
        var film = new FilmArguments();
        var command = new CliCommand(
            "video", "Stylize a video file; its sound is copied.",
            "livestyle video holiday.mp4",
            "livestyle video holiday.mp4 -o painted.mp4 --style great-wave --strength 0.8",
            "livestyle video holiday.mp4 --resume",
            "livestyle video holiday.mp4 --start 1:30 --end 2:00 -o piece.mp4",
            "livestyle video holiday.mp4 --size 480 --keep-colors --crf 23 --preset fast --force --json");
        film.AddTo(command);
        foreach (Option option in (Option[])[resume, force, json]) command.Add(option);
        command.SetAction(parsed => RunAsync(
            () => film.Read(parsed) with { Force = parsed.GetValue(force), Resume = parsed.GetValue(resume) },
            film.Threads(parsed), parsed.GetRequiredValue(film.Input), parsed.GetValue(json), CommandTree.IsVerbose(parsed)));
        return command;
    }

    private static async Task<int> RunAsync(Func<FilmRequest> read, int threads, string input, bool json, bool verbose)
    {
        using LoggerFactory log = StderrLoggerProvider.CreateFactory(verbose);
        using var interruption = new Interruption();
        FilmRequest request = read();
        FilmPlan.ThrowIfSameFile(input, request.Output);
        MediaInfo media = MediaProbe.Probe(input);
        using Stylizer stylizer = request.Painting.Open(threads, log.CreateLogger("stylize"));
        VideoSummary summary = await VideoRun.RunAsync(request, media, stylizer, interruption, log);
        if (json) CliJson.Print(summary, CliJson.Default.VideoSummary);
        else Console.WriteLine(summary);
        return (int)Verdict(summary);
    }

    /// <summary>Says what is missing from the output, if something is.</summary>
    internal static ExitCode Verdict(VideoSummary summary)
    {
        if (summary.Interrupted)
        {
            Stderr.Say($"Interrupted: the first {summary.OutputFrames} frames are in {summary.Output}.");
            Stderr.Say("The same command with --resume goes on, and puts the whole in its place.");
        }

        if (summary.Concealed > 0) Stderr.Say($"{summary.Concealed} frames of '{summary.Input}' are damaged; they were concealed.");
        if (summary.Damage is not null) Stderr.Say($"'{summary.Input}' is damaged. {summary.Damage} What could be read is in {summary.Output}.");
        return summary.Interrupted ? ExitCode.Interrupted : summary.Damage is not null ? ExitCode.Media : ExitCode.Success;
    }
}
