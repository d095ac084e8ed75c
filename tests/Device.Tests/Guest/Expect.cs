namespace Device.Guest;

/// <summary>Checks that end one check of the machine and say what was found.</summary>
internal static class Expect
{
    public static void That(bool holds, string otherwise)
    {
        if (!holds) throw new InvalidOperationException(otherwise);
    }

    public static void Equal<T>(T expected, T found, string what) =>
        That(EqualityComparer<T>.Default.Equals(expected, found), $"{what}: expected {expected}, found {found}");

    /// <summary>Something that must fail, with a message that has <paramref name="part"/> in it.</summary>
    public static string Fails<T>(string part, Action action) where T : Exception
    {
        try
        {
            action();
        }
        catch (T e)
        {
            That(e.Message.Contains(part, StringComparison.Ordinal), $"the message should say '{part}': {e.Message}");
            return e.Message;
        }

        throw new InvalidOperationException($"it should have failed with '{part}'");
    }
}
