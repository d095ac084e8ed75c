using System.CommandLine;
using LiveStyle.Cli.Pictures;
using LiveStyle.Cli.Terminal;
using LiveStyle.Frames;
using LiveStyle.Stylize;
using Microsoft.Extensions.Logging;

namespace LiveStyle.Cli.Commands;

/// <summary><c>livestyle image</c>: pictures and folders of pictures.</summary>
internal static class ImageCommand
{
    public static Command Create()
    {
        var inputs = PathsArgument.Of("IN", "Pictures, or folders of pictures.");
        var output = new Option<string?>("--output", "-o")
        {
            Description = "A file for one picture, a folder for more. [default: beside the input]",
            HelpName = "OUT",
        };
        var force = new Option<bool>("--force") { Description = "Replace outputs that exist." };
        var json = new Option<bool>("--json") { Description = "Print the summary as a JSON object." };
        var style = new StyleArguments();
        var command = new CliCommand(
            "image", "Stylize pictures.",
            "livestyle image photo.jpg",
            "livestyle image photo.jpg -o painted.png --style great-wave --strength 0.7",
            "livestyle image photos/ -o painted/ --keep-colors") { inputs, output };
        style.AddTo(command);
        command.Add(force);
        command.Add(json);
        command.SetAction(parsed => RunAsync(
            PicturePlan.Of(parsed.GetRequiredValue(inputs), parsed.GetValue(output), style.ShortName(parsed)),
            log => style.Open(parsed, log, stills: true), parsed.GetValue(force), parsed.GetValue(json), CommandTree.IsVerbose(parsed)));
        return command;
    }

    private static async Task<int> RunAsync(PicturePlan[] plans, Func<ILogger, Stylizer> openStyle, bool force, bool json, bool verbose)
    {
        using LoggerFactory log = StderrLoggerProvider.CreateFactory(verbose);
        using var interruption = new Interruption();
        using Stylizer stylizer = openStyle(log.CreateLogger("stylize"));
        using var run = new PictureRun(stylizer, force, interruption.Stop);
        PictureSummary summary = await run.RunAsync(plans);
        if (json) CliJson.Print(summary, CliJson.Default.PictureSummary);
        else foreach (PictureResult picture in summary.Pictures.Where(p => p.Problem is null)) Console.WriteLine(picture.Output);
        return (int)(summary.Interrupted ? ExitCode.Interrupted : run.FirstFailure?.ExitCode ?? ExitCode.Success);
    }
}
