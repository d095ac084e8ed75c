namespace LiveStyle.Cli.Doctor;

/// <summary>One thing that was tried.</summary>
/// <param name="Name">What.</param>
/// <param name="Works">Whether it works here, by trying it.</param>
/// <param name="Essential">True if LiveStyle can't do without.</param>
/// <param name="Detail">Version, or why it does not work.</param>
/// <param name="Cure">What to do about it; absent if nothing can or needs to be done.</param>
internal sealed record Finding(string Name, bool Works, bool Essential, string Detail, string? Cure = null)
{
    /// <summary>Tries something essential; a failure becomes a finding.</summary>
    public static Finding Try(string name, Func<string> use, string cure)
    {
        try
        {
            return new Finding(name, true, true, use());
        }
        catch (Exception e)
        {
            // Whatever is wrong with a library (missing, of another version, crashing in its initialiser), that is the finding.
            Exception cause = e is TypeInitializationException { InnerException: { } inner } ? inner : e;
            return new Finding(name, false, true, cause.Message.Split('\n')[0], cure);
        }
    }
}
