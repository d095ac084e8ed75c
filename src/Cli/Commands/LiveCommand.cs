using System.CommandLine;
using System.Text.Json;
using LiveStyle.Cli.Live;
using LiveStyle.Cli.Terminal;
using LiveStyle.Frames;
using LiveStyle.Live;
using Microsoft.Extensions.Logging;

namespace LiveStyle.Cli.Commands;

/// <summary><c>livestyle live</c>: a camera, a screen or a stream in, painted pictures out, at once.</summary>
internal static class LiveCommand
{
    public static Command Create()
    {
        var style = new StyleArguments(adapts: true);
        var live = new LiveArguments();
        var command = new CliCommand(
            "live", $"Stylize a camera, a screen or a stream in real time. Keys, in the window and in the terminal: {LiveKeys.Help}.",
            "livestyle live",
            "livestyle live --virtual-camera --window --style starry-night",
            "livestyle live test --http --fps 30",
            "livestyle live holiday.mp4 --push srt://127.0.0.1:9000 --record painted.mkv --json");
        live.AddTo(command);
        style.AddTo(command);
        command.SetAction(parsed => RunAsync(live.Read(parsed, style), CommandTree.IsVerbose(parsed)));
        return command;
    }

    private static async Task<int> RunAsync(LiveJob job, bool verbose)
    {
        using LoggerFactory log = StderrLoggerProvider.CreateFactory(verbose);
        using var interruption = new Interruption();
        LiveSummary summary = await LiveSession.RunAsync(job, interruption, log);
        if (job.Json) Console.WriteLine(JsonSerializer.Serialize(summary, LiveJson.Default.LiveSummary));
        else Console.WriteLine(summary);
        return (int)ExitCode.Success;
    }
}
