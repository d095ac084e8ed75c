using LiveStyle.Frames;

namespace LiveStyle.Cli;

/// <summary>Options say what is wrong with them; here that becomes one error that names everything at once.</summary>
internal static class OptionProblems
{
    /// <exception cref="UsageException">There is a problem.</exception>
    public static void ThrowIfAny(IEnumerable<string> problems)
    {
        string all = string.Join(" ", problems);
        if (all.Length > 0) throw new UsageException(all);
    }
}
