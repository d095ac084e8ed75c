using System.CommandLine;
using LiveStyle.Capture;
using LiveStyle.Cli.Terminal;
using LiveStyle.Cli.Video;
using LiveStyle.Frames;
using LiveStyle.Stylize;
using Microsoft.Extensions.Logging;

namespace LiveStyle.Cli.Commands;

/// <summary><c>livestyle video</c>: a video file in, the same video repainted out, with its sound.</summary>
internal static class VideoCommand
{
    public static Command Create()
    {
        var input = new Argument<string>("IN") { Description = "The video file." };
        var output = new Option<string?>("--output", "-o")
        {
            Description = "The stylized video. [default: beside the input, as IN.STYLE.mp4]",
            HelpName = "OUT",
        };
        var force = new Option<bool>("--force") { Description = "Replace the output if it exists." };
        var json = new Option<bool>("--json") { Description = "Print the summary as a JSON object." };
        var style = new StyleArguments();
        var encoding = new EncodingArguments();
        var command = new CliCommand(
            "video", "Stylize a video file; its sound is copied.",
            "livestyle video holiday.mp4",
            "livestyle video holiday.mp4 -o painted.mp4 --style great-wave --strength 0.8",
            "livestyle video holiday.mp4 --size 480 --keep-colors --crf 23 --preset fast --force --json") { input, output };
        style.AddTo(command);
        encoding.AddTo(command);
        command.Add(force);
        command.Add(json);
        command.SetAction(parsed => RunAsync(
            new VideoJob
            {
                Input = parsed.GetRequiredValue(input),
                Output = parsed.GetValue(output) ?? VideoJob.DefaultOutput(parsed.GetRequiredValue(input), style.ShortName(parsed)),
                Encoding = encoding.Read(parsed, parsed.GetValue(output) ?? VideoJob.DefaultOutput(parsed.GetRequiredValue(input), style.ShortName(parsed))),
                Force = parsed.GetValue(force),
            },
            log => style.Open(parsed, log), parsed.GetValue(json), CommandTree.IsVerbose(parsed)));
        return command;
    }

    private static async Task<int> RunAsync(VideoJob job, Func<ILogger, Stylizer> openStyle, bool json, bool verbose)
    {
        using LoggerFactory log = StderrLoggerProvider.CreateFactory(verbose);
        using var interruption = new Interruption();
        VideoOutput.ThrowIfSameFile(job.Input, job.Output);
        MediaInfo media = MediaProbe.Probe(job.Input);
        using Stylizer stylizer = openStyle(log.CreateLogger("stylize"));
        VideoSummary summary = await VideoRun.RunAsync(job, media, stylizer, interruption, log);
        if (json) CliJson.Print(summary, CliJson.Default.VideoSummary);
        else Console.WriteLine(summary);
        return (int)Verdict(summary);
    }

    /// <summary>Says what is missing from the output, if something is.</summary>
    internal static ExitCode Verdict(VideoSummary summary)
    {
        if (summary.Interrupted) Stderr.Say($"Interrupted: the first {summary.Frames.Emitted} frames are in {summary.Output}.");
        if (summary.Damage is not null) Stderr.Say($"'{summary.Input}' is damaged. {summary.Damage} What could be read is in {summary.Output}.");
        return summary.Interrupted ? ExitCode.Interrupted : summary.Damage is not null ? ExitCode.Media : ExitCode.Success;
    }
}
