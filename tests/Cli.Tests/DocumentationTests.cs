using System.Text.RegularExpressions;
using LiveStyle.Cli.Tests.Support;

namespace LiveStyle.Cli.Tests;

public sealed class DocumentationTests
{
    private static IEnumerable<string> Documents =>
        Directory.EnumerateFiles(Workplace.Repository, "*.md")
            .Concat(Directory.EnumerateFiles(Path.Combine(Workplace.Repository, "docs"), "*.md", SearchOption.AllDirectories))
            .Concat(Directory.EnumerateFiles(Path.Combine(Workplace.Repository, "models"), "*.md", SearchOption.AllDirectories));

    [Fact(Timeout = 180_000)]
    public async Task Commands_in_the_documents_exist()
    {
        var problems = new List<string>();
        int commands = 0;
        foreach (string document in Documents)
        {
            foreach (Match match in Regex.Matches(File.ReadAllText(document), @"^\s*(?:\$ )?(?:\./)?(livestyle [^#\n\\]*)", RegexOptions.Multiline))
            {
                commands++;
                if (await HelpPages.ProblemAsync(match.Groups[1].Value.Trim()) is { } problem) problems.Add($"{Path.GetFileName(document)}: {problem}");
            }
        }

        Assert.Empty(problems);
        Assert.True(commands >= 8, $"only {commands} commands were found");
    }

    [Fact]
    public void Relative_links_resolve()
    {
        var broken = new List<string>();
        foreach (string document in Documents)
        {
            string shown = Regex.Replace(File.ReadAllText(document), "<!--.*?-->", "", RegexOptions.Singleline);
            foreach (Match match in Regex.Matches(shown, @"\]\((?!\w+:)([^)#\s]+)(?:#[^)]*)?\)"))
            {
                string target = Path.Combine(Path.GetDirectoryName(document)!, match.Groups[1].Value);
                if (!Path.Exists(target)) broken.Add($"{Path.GetFileName(document)}: {match.Groups[1].Value}");
            }
        }

        Assert.Empty(broken);
    }
}
