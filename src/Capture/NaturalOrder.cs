namespace LiveStyle.Capture;

/// <summary>Sorts names as people do: <c>frame2</c> before <c>frame10</c>.</summary>
public sealed class NaturalOrder : IComparer<string>
{
    /// <summary>The one instance.</summary>
    public static NaturalOrder Instance { get; } = new();

    /// <inheritdoc/>
    public int Compare(string? x, string? y)
    {
        ReadOnlySpan<char> a = x, b = y;
        while (a.Length > 0 && b.Length > 0)
        {
            int digitsA = Digits(a), digitsB = Digits(b);
            int order;
            if (digitsA > 0 && digitsB > 0)
            {
                order = CompareNumbers(a[..digitsA], b[..digitsB]);
                a = a[digitsA..];
                b = b[digitsB..];
            }
            else
            {
                order = char.ToUpperInvariant(a[0]).CompareTo(char.ToUpperInvariant(b[0]));
                a = a[1..];
                b = b[1..];
            }

            if (order != 0) return order;
        }

        int rest = a.Length.CompareTo(b.Length);
        return rest != 0 ? rest : string.CompareOrdinal(x, y);
    }

    /// <summary>By value, however long: without leading zeros the longer number is the larger.</summary>
    private static int CompareNumbers(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        a = a.TrimStart('0');
        b = b.TrimStart('0');
        return a.Length != b.Length ? a.Length.CompareTo(b.Length) : a.CompareTo(b, StringComparison.Ordinal);
    }

    private static int Digits(ReadOnlySpan<char> text)
    {
        int end = text.IndexOfAnyExceptInRange('0', '9');
        return end < 0 ? text.Length : end;
    }
}
