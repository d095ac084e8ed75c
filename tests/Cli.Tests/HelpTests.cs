using System.Text.RegularExpressions;
using LiveStyle.Cli.Tests.Support;
using LiveStyle.Frames;

namespace LiveStyle.Cli.Tests;

public sealed class HelpTests
{
    [Fact(Timeout = 180_000)]
    public async Task Every_exit_code_is_in_every_help_page()
    {
        foreach (string page in (await HelpPages.AllAsync()).Values)
        {
            string table = page[page.IndexOf("Exit codes:", StringComparison.Ordinal)..];
            int[] listed = [.. Regex.Matches(table, @"^  (\d+) +\S", RegexOptions.Multiline).Select(match => int.Parse(match.Groups[1].ValueSpan))];
            Assert.Equal(Enum.GetValues<ExitCode>().Select(code => (int)code), listed);
        }
    }

    [Fact(Timeout = 180_000)]
    public async Task Every_command_has_examples_whose_options_exist()
    {
        foreach ((string command, string page) in await HelpPages.AllAsync())
        {
            string[] examples = [.. Regex.Matches(page, @"^  (livestyle .*)$", RegexOptions.Multiline).Select(match => match.Groups[1].Value).Skip(1)];
            Assert.NotEmpty(examples);
            foreach (string example in examples)
            {
                if (command.Length > 0) Assert.StartsWith($"livestyle {command}", example, StringComparison.Ordinal);
                Assert.Null(await HelpPages.ProblemAsync(example));
            }
        }
    }

    [Fact(Timeout = 180_000)]
    public async Task The_version_is_one_line_on_stdout()
    {
        using var place = new Workplace();
        ProgramResult run = await place.RunAsync("--version");
        Assert.Equal(0, run.ExitCode);
        Assert.Matches(@"^\d+\.\d+\.\d+\S*\n$", run.Output);
        Assert.Empty(run.Errors);
    }
}
