using System.CommandLine;
using LiveStyle.Cli.Bench;
using LiveStyle.Cli.Terminal;
using LiveStyle.Frames;
using LiveStyle.Stylize;
using Microsoft.Extensions.Logging;

namespace LiveStyle.Cli.Commands;

/// <summary><c>livestyle bench</c>: every figure that LiveStyle promises, measured here and now.</summary>
internal static class BenchCommand
{
    private static readonly BenchOptions Defaults = new();

    public static Command Create()
    {
        var format = new Option<string>("--video-size")
        {
            Description = "Size of the video.",
            HelpName = "WxH",
            DefaultValueFactory = _ => $"{Defaults.Format}",
        };
        var seconds = new Option<int>("--seconds")
        {
            Description = "Length of the video.",
            HelpName = "N",
            DefaultValueFactory = _ => Defaults.Seconds,
        };
        var isLong = new Option<bool>("--long") { Description = $"Run {BenchOptions.LongFrames} frames end to end: does memory stay flat?" };
        var networks = new Option<bool>("--networks")
        {
            Description = "Measure networks alone, all tiers and precisions with random weights, against the classic one of 1.68 M parameters.",
        };
        var live = new Option<bool>("--live") { Description = "Measure a live run: rate, drops, latency, memory; in a window where there is a display." };
        var rate = new Option<double>("--fps") { Description = "Frames a second of the live run.", HelpName = "N", DefaultValueFactory = _ => Defaults.LiveRate };
        var json = new Option<bool>("--json") { Description = "Print a JSON object." };
        var style = new StyleArguments();
        var command = new CliCommand(
            "bench", "Measure speed, latency and memory on a clip of its own.",
            "livestyle bench", "livestyle bench --video-size 1280x720 --seconds 20 --json", "livestyle bench --long",
            "livestyle bench --precision fp32", "livestyle bench --networks --threads 2",
            "livestyle bench --live --video-size 640x480 --seconds 60", "livestyle bench --live --fps 90 --tier quality --seconds 3600")
        {
            format, seconds, isLong, networks, live, rate, json,
        };
        style.AddTo(command);
        command.SetAction(parsed =>
        {
            if (parsed.GetValue(networks)) return RunNetworks(style.Threads(parsed), parsed.GetValue(json));
            var options = new BenchOptions
            {
                Format = BenchOptions.ParseFormat(parsed.GetValue(format)!),
                Seconds = parsed.GetValue(seconds),
                Long = parsed.GetValue(isLong),
                LiveRate = parsed.GetValue(rate),
            };
            OptionProblems.ThrowIfAny(options.Problems());
            return parsed.GetValue(live)
                ? RunLiveAsync(options, style.Name(parsed), style.Read(parsed), parsed.GetValue(json))
                : RunAsync(options, log => style.Open(parsed, log, isFilm: true), parsed.GetValue(json), CommandTree.IsVerbose(parsed));
        });
        return command;
    }

    private static async Task<int> RunLiveAsync(BenchOptions options, string style, StylizerOptions stylizer, bool json)
    {
        using var interruption = new Interruption();
        LiveBenchReport report = await LiveBench.RunAsync(options, style, stylizer, interruption);
        if (json) CliJson.Print(report, CliJson.Default.LiveBenchReport);
        else Console.WriteLine(report);
        return (int)ExitCode.Success;
    }

    private static Task<int> RunNetworks(int threads, bool json)
    {
        using var interruption = new Interruption();
        using var bench = new NetworkBench();
        NetworkReport report = bench.Run(threads, interruption.Stop);
        if (json) CliJson.Print(report, CliJson.Default.NetworkReport);
        else report.Print(Console.Out);
        return Task.FromResult((int)ExitCode.Success);
    }

    private static async Task<int> RunAsync(BenchOptions options, Func<ILogger, Stylizer> openStyle, bool json, bool verbose)
    {
        using LoggerFactory log = StderrLoggerProvider.CreateFactory(verbose);
        using var interruption = new Interruption();
        using Stylizer stylizer = openStyle(log.CreateLogger("stylize"));
        BenchReport report = await BenchRun.RunAsync(options, stylizer, interruption);
        if (json) CliJson.Print(report, CliJson.Default.BenchReport);
        else Console.WriteLine(report);
        return (int)ExitCode.Success;
    }
}
