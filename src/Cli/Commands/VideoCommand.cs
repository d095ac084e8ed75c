using System.CommandLine;
using LiveStyle.Cli.Terminal;
using LiveStyle.Cli.Video;
using LiveStyle.Frames;

namespace LiveStyle.Cli.Commands;

/// <summary><c>livestyle video</c>: video files in, the same videos repainted out, with their sound.</summary>
internal static class VideoCommand
{
    public static Command Create()
    {
        var inputs = PathsArgument.Of("IN", "Video files, and folders of them. A folder of pictures is one video.");
        var folder = new Option<string?>("--out-dir") { Description = "Folder for the results. [default: beside each input; FOLDER.STYLE for a folder's]", HelpName = "FOLDER" };
        var name = new Option<string>("--name")
        {
            Description = "Names of the results; {name}, {style} and {tier} are filled in.",
            HelpName = "TEMPLATE",
            DefaultValueFactory = _ => FilmPlaces.UsualTemplate,
        };
        var watch = new Option<bool>("--watch") { Description = "Wait for new videos in the folders, until Ctrl+C." };
        var force = new Option<bool>("--force") { Description = "Replace outputs that exist, and begin unfinished runs anew." };
        var resume = new Option<bool>("--resume") { Description = "Go on with a run that was ended, at the part it was in." };
        var json = new Option<bool>("--json") { Description = "Print a summary of each video as a JSON object." };
        var film = new FilmArguments();
        var command = new CliCommand(
            "video", "Stylize video files; sound, subtitles and all else are kept.",
            "livestyle video holiday.mp4",
            "livestyle video holiday.mp4 -o painted.mp4 --style great-wave --strength 0.8",
            "livestyle video holiday.mp4 --resume",
            "livestyle video holiday.mp4 --start 1:30 --end 2:00 -o piece.mp4",
            "livestyle video holiday.mp4 --schedule styles.txt --layout side-by-side",
            "livestyle video clips/ holiday.mp4 --out-dir painted --name \"{name}-{style}.mkv\"",
            "livestyle video inbox/ --out-dir painted --watch",
            "livestyle video holiday.mp4 --size 480 --keep-colors --crf 23 --preset fast --force --json") { inputs };
        film.AddTo(command);
        foreach (Option option in (Option[])[folder, name, watch, resume, force, json]) command.Add(option);
        command.SetAction(async parsed =>
        {
            string template = parsed.GetValue(name)!;
            OptionProblems.ThrowIfAny(FilmPlaces.Problems(template));
            using var run = new VideoCommandRun(parsed, film, parsed.GetValue(force), parsed.GetValue(resume), parsed.GetValue(json));
            var places = new FilmPlaces(parsed.GetValue(folder), template, film.ShortName(parsed), film.Tier(parsed));
            return (int)await RunAsync(run, places, parsed.GetRequiredValue(inputs), parsed.GetValue(film.Output), parsed.GetValue(watch));
        });
        return command;
    }

    private static async Task<ExitCode> RunAsync(VideoCommandRun run, FilmPlaces places, string[] inputs, string? output, bool watch)
    {
        if (inputs is [var input] && !watch && !FilmPlaces.IsFolderOfFilms(input))
            return await run.MakeAsync(output is null ? places.Of(inputs)[0] : new FilmPlace(input, output));
        if (output is not null) throw new UsageException("-o names one film, and these are several. Give --out-dir and --name instead.");
        return watch ? await run.WatchAsync(() => places.Of(inputs)) : await run.MakeAllAsync(places.Of(inputs));
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
