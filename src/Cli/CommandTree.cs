using System.CommandLine;
using System.CommandLine.Help;
using LiveStyle.Cli.Commands;

namespace LiveStyle.Cli;

/// <summary>All commands. A new one is one line here.</summary>
internal static class CommandTree
{
    private const string Verbose = "--verbose";

    public static RootCommand Build()
    {
        var root = new RootCommand("Repaints video in the style of a picture, in real time.")
        {
            new Option<bool>(Verbose) { Description = "Say more: what is opened, and the details of a failure.", Recursive = true },
            LiveCommand.Create(),
            VideoCommand.Create(),
            PlanCommand.Create(),
            WorkCommand.Create(),
            StatusCommand.Create(),
            MergeCommand.Create(),
            ImageCommand.Create(),
            StylesCommand.Create(),
            SheetCommand.Create(),
            TrainCommand.Create(),
            EvaluateCommand.Create(),
            TrainLossNetworkCommand.Create(),
            PaintCommand.Create(),
            DrawStyleCommand.Create(),
            QuantizeCommand.Create(),
            DemoCommand.Create(),
            BenchCommand.Create(),
            DevicesCommand.Create(),
            DoctorCommand.Create(),
        };
        HelpOption help = root.Options.OfType<HelpOption>().Single();
        help.Action = new HelpPage((HelpAction)help.Action!);
        return root;
    }

    public static bool IsVerbose(ParseResult parsed) => parsed.GetValue<bool>(Verbose);
}
