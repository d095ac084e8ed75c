using System.CommandLine;

namespace LiveStyle.Cli.Commands;

/// <summary>A command with examples for its help.</summary>
internal sealed class CliCommand(string name, string description, params string[] examples) : Command(name, description)
{
    /// <summary>Whole command lines that work as they stand.</summary>
    public string[] Examples { get; } = examples;
}
