namespace LiveStyle.Stylize;

/// <summary>How near a typed name is to a real one.</summary>
internal static class NameDistance
{
    /// <summary>Edits (insert, delete, replace, swap neighbours) between two names, case ignored.</summary>
    /// <remarks>Optimal string alignment (Damerau-Levenshtein without repeated edits of the same part).</remarks>
    public static int Between(string a, string b)
    {
        int[,] cost = new int[a.Length + 1, b.Length + 1];
        for (int i = 0; i <= a.Length; i++) cost[i, 0] = i;
        for (int j = 0; j <= b.Length; j++) cost[0, j] = j;
        for (int i = 1; i <= a.Length; i++)
        {
            for (int j = 1; j <= b.Length; j++)
            {
                int replace = Same(a[i - 1], b[j - 1]) ? 0 : 1;
                cost[i, j] = Math.Min(Math.Min(cost[i - 1, j], cost[i, j - 1]) + 1, cost[i - 1, j - 1] + replace);
                if (i > 1 && j > 1 && Same(a[i - 1], b[j - 2]) && Same(a[i - 2], b[j - 1]))
                    cost[i, j] = Math.Min(cost[i, j], cost[i - 2, j - 2] + 1);
            }
        }

        return cost[a.Length, b.Length];
    }

    /// <summary>The names worth suggesting for <paramref name="typed"/>, nearest first, at most three.</summary>
    public static IReadOnlyList<string> Near(string typed, IEnumerable<string> names) =>
        [.. names
            .Select(name => (name, distance: Between(typed, name)))
            .Where(n => n.distance <= Math.Max(2, typed.Length / 3) || IsPart(typed, n.name))
            .OrderBy(n => n.distance).ThenBy(n => n.name, StringComparer.Ordinal)
            .Take(3).Select(n => n.name)];

    private static bool IsPart(string typed, string name) => typed.Length >= 3 && name.Contains(typed, StringComparison.OrdinalIgnoreCase);

    private static bool Same(char a, char b) => char.ToLowerInvariant(a) == char.ToLowerInvariant(b);
}
