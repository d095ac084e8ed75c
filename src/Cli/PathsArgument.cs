using System.CommandLine;
using System.CommandLine.Parsing;

namespace LiveStyle.Cli;

/// <summary>One or more files or folders, as a command's argument.</summary>
internal static class PathsArgument
{
    /// <summary>Such an argument. It refuses what looks like an option: the parser would take a mistyped one for a file.</summary>
    public static Argument<string[]> Of(string name, string description)
    {
        var paths = new Argument<string[]>(name) { Description = description, Arity = ArgumentArity.OneOrMore };
        paths.Validators.Add(result =>
        {
            foreach (Token token in result.Tokens)
            {
                if (token.Value.StartsWith('-') && !Path.Exists(token.Value))
                    result.AddError($"There is no option '{token.Value}'. A file of that name is given as './{token.Value}'.");
            }
        });
        return paths;
    }
}
