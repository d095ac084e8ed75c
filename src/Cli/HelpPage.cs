using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using LiveStyle.Cli.Commands;
using LiveStyle.Frames;

namespace LiveStyle.Cli;

/// <summary>The usual help, then examples and the table of exit codes.</summary>
internal sealed class HelpPage(HelpAction usual) : SynchronousCommandLineAction
{
    /// <summary>Exit codes as users see them; a test holds them against <see cref="ExitCode"/>.</summary>
    public static IReadOnlyList<(ExitCode Code, string Meaning)> ExitCodes { get; } =
    [
        (ExitCode.Success, "done"),
        (ExitCode.Bug, "a fault of LiveStyle itself; please report it"),
        (ExitCode.Usage, "the command line makes no sense"),
        (ExitCode.Device, "a camera, virtual camera or display is missing, busy or not permitted"),
        (ExitCode.Model, "a style is missing, damaged or foreign"),
        (ExitCode.Media, "an input can't be read (or not all of it), or an output can't be written or exists already"),
        (ExitCode.Backend, "a library or program is missing or does not work here ('livestyle doctor' says which)"),
        (ExitCode.Interrupted, "ended by Ctrl+C; what was finished until then is kept"),
    ];

    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        usual.Invoke(parseResult);
        TextWriter output = parseResult.InvocationConfiguration.Output;
        string[] examples = parseResult.CommandResult.Command is CliCommand command
            ? command.Examples
            : ["livestyle demo", "livestyle video holiday.mp4 --style great-wave", "livestyle video --help"];
        output.WriteLine("Examples:");
        foreach (string example in examples) output.WriteLine($"  {example}");
        output.WriteLine();
        output.WriteLine("Exit codes:");
        foreach ((ExitCode code, string meaning) in ExitCodes) output.WriteLine($"  {(int)code,-4} {meaning}");
        output.WriteLine();
        return (int)ExitCode.Success;
    }
}
