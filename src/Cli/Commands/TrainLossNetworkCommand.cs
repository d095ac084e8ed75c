using System.CommandLine;
using System.Globalization;
using LiveStyle.Cli.Terminal;
using LiveStyle.Cli.Training;
using LiveStyle.Frames;
using LiveStyle.Train.Distillation;

namespace LiveStyle.Cli.Commands;

/// <summary><c>livestyle train-loss-network</c>: distils the judge that training uses, so that nobody needs VGG.</summary>
internal static class TrainLossNetworkCommand
{
    public static Command Create()
    {
        var arguments = new DistillationArguments();
        var command = new CliCommand(
            "train-loss-network", "Distil a small loss network from VGG-19. Only for those who want another than the one that comes with LiveStyle.",
            "livestyle train-loss-network --teacher vgg19.safetensors --photos ~/Pictures --paintings ~/Paintings -o models/loss-network");
        arguments.AddTo(command);
        command.SetAction(parsed => RunAsync(arguments.Read(parsed)));
        return command;
    }

    private static async Task<int> RunAsync(DistillationOptions options)
    {
        if (options.Problems().ToArray() is { Length: > 0 } problems) throw new UsageException(string.Join(Environment.NewLine, problems));
        using var interruption = new Interruption();
        var lines = new TrainingLines();
        LossNetworkCard? card = await Task.Factory.StartNew(
            () => new LossNetworkTrainer(options).Run(
                at => lines.Report(at.Step, at.Steps, at.Elapsed, at.Remaining, at.Losses), interruption.Stop), TaskCreationOptions.LongRunning);
        if (card is null)
        {
            Stderr.Say($"Stopped; the checkpoint is in {options.Output}. Run the same command with --resume to go on.");
            return (int)ExitCode.Interrupted;
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"The loss network is {Path.Combine(options.Output, LossNetworkTrainer.WeightsFile)}. It ranks pictures as its teacher does to {card.RankAgreement:0.000} (1 = the same order)."));
        return (int)ExitCode.Success;
    }
}
