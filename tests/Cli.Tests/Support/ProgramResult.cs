using System.Text.Json;

namespace LiveStyle.Cli.Tests.Support;

/// <summary>What a finished run left behind.</summary>
public sealed record ProgramResult(int ExitCode, string Output, string Errors)
{
    /// <summary>Stdout as JSON; fails if anything else stands there.</summary>
    public JsonElement Json => JsonDocument.Parse(Output).RootElement;

    /// <summary>The lines of stderr.</summary>
    public string[] ErrorLines => Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    public override string ToString() => $"exit code {ExitCode}\nstdout: {Output}\nstderr: {Errors}";
}
