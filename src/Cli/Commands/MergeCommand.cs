using System.CommandLine;
using LiveStyle.Cli.Terminal;
using LiveStyle.Frames;
using LiveStyle.Video;

namespace LiveStyle.Cli.Commands;

/// <summary><c>livestyle merge</c>: the parts of a job become the film.</summary>
internal static class MergeCommand
{
    public static Command Create()
    {
        var folder = new Argument<string>("JOB") { Description = "Folder that 'livestyle plan' made." };
        var output = new Option<string?>("--output", "-o") { Description = "The stylized video. [default: what was planned]", HelpName = "OUT" };
        var force = new Option<bool>("--force") { Description = "Replace the output if it exists." };
        var json = new Option<bool>("--json") { Description = "Print the summary as a JSON object." };
        var command = new CliCommand(
            "merge", "Join the parts of a job of 'plan', with the sound and all else of the source.",
            "livestyle merge job", "livestyle merge job -o painted.mp4 --force --json")
        {
            folder, output, force, json,
        };
        command.SetAction(parsed => Run(
            JobFolder.At(parsed.GetRequiredValue(folder)), parsed.GetValue(output), parsed.GetValue(force), parsed.GetValue(json)));
        return command;
    }

    private static int Run(JobFolder folder, string? output, bool force, bool json)
    {
        using var interruption = new Interruption();
        FilmJob job = folder.Read();
        string target = output ?? job.Output;
        if (Path.GetExtension(target) != Path.GetExtension(job.Output))
        {
            throw new UsageException(
                $"The parts were made for {Path.GetExtension(job.Output)}, so '{target}' can't be the output. Choose that extension, or plan again.");
        }

        MergeResult result = FilmMerge.Run(job, folder, target, force, interruption.Stop);
        foreach (string notice in result.Notices) Stderr.Say(notice);
        if (json) CliJson.Print(result, CliJson.Default.MergeResult);
        else Console.WriteLine($"{result.Output}: {result.Frames} frames, {result.Seconds:0.000} s, {Progress.Size(result.Bytes)}, of {result.Parts} parts");
        if (result.Concealed > 0) Stderr.Say($"{result.Concealed} frames of '{job.Input.Path}' are damaged; they were concealed.");
        if (result.Damage is null) return (int)ExitCode.Success;
        Stderr.Say($"'{job.Input.Path}' is damaged. {result.Damage} What could be read is in {result.Output}.");
        return (int)ExitCode.Media;
    }
}
