using System.CommandLine;
using System.Globalization;
using LiveStyle.Cli.Terminal;
using LiveStyle.Cli.Training;
using LiveStyle.Frames;
using LiveStyle.Stylize;
using LiveStyle.Train.Training;
using Microsoft.Extensions.Logging;

namespace LiveStyle.Cli.Commands;

/// <summary><c>livestyle train</c>: one painting in, a style pack out.</summary>
internal static class TrainCommand
{
    public static Command Create()
    {
        var arguments = new TrainArguments();
        var json = new Option<bool>("--json") { Description = "Print the summary as a JSON object." };
        var command = new CliCommand(
            "train", "Learn a style from one picture. Takes about an hour on two cores; Ctrl+C keeps a checkpoint to --resume from.",
            "livestyle train --style wave.jpg --photos ~/Pictures -o models/wave",
            "livestyle train --style wave.jpg --photos ~/Pictures -o models/wave --resume",
            "livestyle train --style wave.jpg --photos ~/Pictures -o models/bold --style-size 384 --content-weight 1 --tier balanced");
        arguments.AddTo(command);
        command.Add(json);
        command.SetAction(parsed => RunAsync(arguments.Read(parsed), parsed.GetValue(json), CommandTree.IsVerbose(parsed)));
        return command;
    }

    private static async Task<int> RunAsync(TrainingOptions options, bool json, bool verbose)
    {
        if (options.Problems().ToArray() is { Length: > 0 } problems) throw new UsageException(string.Join(Environment.NewLine, problems));
        using LoggerFactory log = StderrLoggerProvider.CreateFactory(verbose);
        using var interruption = new Interruption();
        var lines = new TrainingLines();
        IReadOnlyDictionary<NetworkTier, HeldOutLosses>? losses = await Task.Factory.StartNew(
            () => new Trainer(options, log.CreateLogger("train")).Run(
                at => lines.Report(at.Step, at.Steps, at.Elapsed, at.Remaining, $"{at.Stage}, {at.Losses}"), interruption.Stop), TaskCreationOptions.LongRunning);
        if (losses is null)
        {
            Stderr.Say($"Stopped; the checkpoint is in {options.Output}. Run the same command with --resume to go on.");
            return (int)ExitCode.Interrupted;
        }

        if (json) CliJson.Print(new TrainingSummary(options.Output, losses), CliJson.Default.TrainingSummary);
        else Print(options.Output, losses);
        return (int)ExitCode.Success;
    }
    private static void Print(string output, IReadOnlyDictionary<NetworkTier, HeldOutLosses> losses)
    {
        Console.WriteLine($"The style is in {output}. On photos it has not seen (style loss: 1 = a plain photo):");
        foreach ((NetworkTier tier, HeldOutLosses held) in losses)
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {tier.DisplayName(),-9} style loss {held.Style.Average():0.000}, content loss {held.Content:0.00}"));
    }
}
