using System.CommandLine;
using LiveStyle.Cli.Evaluation;
using LiveStyle.Cli.Terminal;
using LiveStyle.Frames;

namespace LiveStyle.Cli.Commands;

/// <summary><c>livestyle evaluate</c>: how good styles are, as numbers that anyone can recompute and pictures to look at.</summary>
internal static class EvaluateCommand
{
    public static Command Create()
    {
        var arguments = new EvaluateArguments();
        var json = new Option<bool>("--json") { Description = "Print the cards as a JSON array." };
        var command = new CliCommand(
            "evaluate", "Measure how good styles are, and write a quality card with pictures for each.",
            "livestyle evaluate great-wave",
            "livestyle evaluate great-wave --photos ~/Pictures --style-picture wave.jpg --loss-network vgg19.safetensors",
            "livestyle evaluate great-wave starry-night --tier fast",
            "livestyle evaluate models/wave --control models/wave-control --clip street.mp4",
            "livestyle evaluate great-wave mosaic.onnx --range 255 --photos ~/Pictures -o cards");
        arguments.AddTo(command);
        command.Add(json);
        command.SetAction(parsed => RunAsync(arguments.Read(parsed), parsed.GetValue(json)));
        return command;
    }

    private static async Task<int> RunAsync(EvaluateOptions options, bool json)
    {
        OptionProblems.ThrowIfAny(options.Problems());
        using var interruption = new Interruption();
        long begun = TimeProvider.System.GetTimestamp();
        using var run = new EvaluationRun(options, interruption.Stop);
        try
        {
            // One thread for all: a dispose scope of tensors belongs to the thread that opened it.
            Task<bool> work = Task.Factory.StartNew(() => { run.Run(); return true; }, TaskCreationOptions.LongRunning);
            await ProgressDisplay.FollowAsync("evaluating", work, () => run.Progress(TimeProvider.System.GetElapsedTime(begun)));
        }
        catch (OperationCanceledException)
        {
            Stderr.Say($"Stopped; {run.Cards.Count} of {options.Styles.Count} cards are in {options.Output}.");
            return (int)ExitCode.Interrupted;
        }

        if (json) CliJson.Print([.. run.Cards], CliJson.Default.QualityCardArray);
        else EvaluationTable.Print(Console.Out, run.Cards);
        return (int)ExitCode.Success;
    }
}
