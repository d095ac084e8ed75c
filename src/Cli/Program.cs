using System.CommandLine;
using System.CommandLine.Invocation;
using LiveStyle.Cli.Commands;
using LiveStyle.Cli.Terminal;
using LiveStyle.Frames;

namespace LiveStyle.Cli;

/// <summary>The program: parses, runs one command, turns what goes wrong into one sentence and an exit code.</summary>
internal static class Program
{
    private static async Task<int> Main(string[] args)
    {
        ParseResult parsed = CommandTree.Build().Parse(args);
        if (parsed.Action is ParseErrorAction mistake) return (int)Explain(parsed, mistake, isEmpty: args.Length == 0);
        bool verbose = CommandTree.IsVerbose(parsed);
        try
        {
            // Exceptions are ours to explain, signals ours to handle.
            return await parsed.InvokeAsync(
                new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null });
        }
        catch (LiveStyleException e)
        {
            Stderr.Say(e.Message);
            if (verbose) Stderr.Say(e.ToString());
            return (int)e.ExitCode;
        }
        catch (OperationCanceledException)
        {
            Stderr.Say("Cancelled: nothing was kept.");
            return (int)ExitCode.Interrupted;
        }
        catch (Exception e)
        {
            Stderr.Say($"This is a bug in LiveStyle: {e.GetType().Name}: {e.Message}");
            Stderr.Say(verbose ? e.ToString() : "Run the same command with --verbose for the details, and please report them.");
            return (int)ExitCode.Bug;
        }
    }

    private static ExitCode Explain(ParseResult parsed, ParseErrorAction mistake, bool isEmpty)
    {
        mistake.ShowHelp = isEmpty;
        parsed.Invoke(new InvocationConfiguration { Output = Console.Error }); // corrections and help belong to the error
        string command = parsed.CommandResult.Command is CliCommand named ? $"livestyle {named.Name}" : "livestyle";
        if (!isEmpty) Stderr.Say($"See '{command} --help'.");
        return ExitCode.Usage;
    }
}
