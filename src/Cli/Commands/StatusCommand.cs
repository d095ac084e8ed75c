using System.CommandLine;
using LiveStyle.Cli.Video;
using LiveStyle.Frames;
using LiveStyle.Video;

namespace LiveStyle.Cli.Commands;

/// <summary><c>livestyle status</c>: how far a job is.</summary>
internal static class StatusCommand
{
    public static Command Create()
    {
        var folder = new Argument<string>("JOB") { Description = "Folder that 'livestyle plan' made." };
        var missing = new Option<bool>("--missing") { Description = "Print only the numbers of the parts that are missing, one a line." };
        var json = new Option<bool>("--json") { Description = "Print a JSON object." };
        var command = new CliCommand(
            "status", "Say how far a job of 'plan' is.", "livestyle status job", "livestyle status job --json", "livestyle status job --missing")
        {
            folder, missing, json,
        };
        command.SetAction(parsed => Run(JobFolder.At(parsed.GetRequiredValue(folder)), parsed.GetValue(missing), parsed.GetValue(json)));
        return command;
    }

    private static int Run(JobFolder folder, bool missing, bool json)
    {
        FilmJob job = folder.Read();
        if (!missing) JobLines.Print(folder, job, json);
        else foreach (FilmPart part in folder.Missing(job)) Console.WriteLine(part.Index);
        return (int)ExitCode.Success;
    }
}
