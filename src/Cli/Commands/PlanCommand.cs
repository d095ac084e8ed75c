using System.CommandLine;
using LiveStyle.Capture;
using LiveStyle.Cli.Terminal;
using LiveStyle.Cli.Video;
using LiveStyle.Frames;
using LiveStyle.Video;

namespace LiveStyle.Cli.Commands;

/// <summary><c>livestyle plan</c>: a film becomes a job whose parts any number of machines can make.</summary>
internal static class PlanCommand
{
    public static Command Create()
    {
        var folder = new Option<string>("--out")
        {
            Description = "Folder of the job, where all machines see it.",
            HelpName = "JOB",
            Required = true,
        };
        var force = new Option<bool>("--force") { Description = "Replace a job that is there, with its parts." };
        var json = new Option<bool>("--json") { Description = "Print the job's state as a JSON object." };
        var film = new FilmArguments();
        var command = new CliCommand(
            "plan", "Cut a video into parts that many machines can stylize.",
            "livestyle plan film.mp4 --out job", "livestyle plan film.mp4 --out job --style great-wave --crf 20 -o painted.mp4",
            "livestyle plan film.mp4 --out job --part-length 60 --force");
        var input = new Argument<string>("IN") { Description = "The video file." };
        command.Add(input);
        film.AddTo(command);
        foreach (Option option in (Option[])[folder, force, json]) command.Add(option);
        command.SetAction(parsed => Run(Read(parsed, film, parsed.GetRequiredValue(input)), JobFolder.At(parsed.GetRequiredValue(folder)), parsed.GetValue(force), parsed.GetValue(json)));
        return command;
    }

    private static FilmRequest Read(ParseResult parsed, FilmArguments film, string input)
    {
        string beside = new FilmPlaces(null, FilmPlaces.UsualTemplate, film.ShortName(parsed), film.Tier(parsed)).Of([input])[0].Output;
        return film.Read(parsed, input, parsed.GetValue(film.Output) ?? beside);
    }

    private static int Run(FilmRequest request, JobFolder folder, bool force, bool json)
    {
        using var interruption = new Interruption();
        (request, IReadOnlyList<string> notices) = FilmPlan.Settle(request);
        foreach (string notice in notices) Stderr.Say(notice);
        FilmPlan.ThrowIfSameFile(request.Input, request.Output);
        if (folder.Exists && !force)
            throw new MediaUnwritableException(folder.Path, "a job is there already", "'livestyle status' says how far it is; --force replaces it.");
        FilmJob job = FilmPlan.Make(request, MediaProbe.ProbeFilm(request.Input, request.Reading.Rate), folder, interruption.Stop);
        folder.Clear();
        folder.Write(job);
        JobLines.Print(folder, job, json);
        return (int)ExitCode.Success;
    }
}
