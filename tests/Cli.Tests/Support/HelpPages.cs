using System.Text.RegularExpressions;

namespace LiveStyle.Cli.Tests.Support;

/// <summary>What <c>--help</c> says, asked of the program once for all tests.</summary>
internal static class HelpPages
{
    private static readonly Lazy<Task<IReadOnlyDictionary<string, string>>> Pages = new(ReadAsync);

    /// <summary>Help by command; "" is the program's own.</summary>
    public static Task<IReadOnlyDictionary<string, string>> AllAsync() => Pages.Value;

    /// <summary>What is wrong with a command line by the help: an unknown command or option; <see langword="null"/> if nothing.</summary>
    public static async Task<string?> ProblemAsync(string commandLine)
    {
        IReadOnlyDictionary<string, string> pages = await AllAsync();
        string[] words = commandLine.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        string command = words.Length > 1 && !words[1].StartsWith('-') ? words[1] : "";
        if (command == "setup") return null; // the launcher's own
        if (!pages.TryGetValue(command, out string? page)) return $"{commandLine}: there is no command {command}";
        string? unknown = words.FirstOrDefault(word => Regex.IsMatch(word, "^--?[a-z]") && !Regex.IsMatch(page, $@"(?<![\w-]){Regex.Escape(word)}(?![\w-])"));
        return unknown is null ? null : $"{commandLine}: there is no option {unknown}";
    }

    private static async Task<IReadOnlyDictionary<string, string>> ReadAsync()
    {
        using var place = new Workplace();
        var pages = new Dictionary<string, string> { [""] = await HelpAsync(place) };
        string commands = pages[""][pages[""].IndexOf("Commands:", StringComparison.Ordinal)..];
        foreach (Match command in Regex.Matches(commands[..commands.IndexOf("Examples:", StringComparison.Ordinal)], @"^  ([\w-]+) ", RegexOptions.Multiline))
            pages[command.Groups[1].Value] = await HelpAsync(place, command.Groups[1].Value);
        return pages;
    }

    private static async Task<string> HelpAsync(Workplace place, params string[] command)
    {
        ProgramResult run = await place.RunAsync([.. command, "--help"]);
        Assert.True(run.ExitCode == 0, $"{run}");
        Assert.Empty(run.Errors);
        return run.Output;
    }
}
