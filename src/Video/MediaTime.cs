using System.Globalization;

namespace LiveStyle.Video;

/// <summary>Moments of a film as people type them.</summary>
public static class MediaTime
{
    private static readonly TimeSpan Most = TimeSpan.FromDays(30);

    /// <summary>Reads seconds (<c>75.5</c>), <c>m:ss</c> or <c>h:mm:ss</c>, each with a fraction or without.</summary>
    /// <returns><see langword="null"/> for anything else.</returns>
    public static TimeSpan? Parse(string text)
    {
        string[] fields = text.Split(':');
        if (fields.Length > 3 || !double.TryParse(fields[^1], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double seconds)) return null;
        double time = 0;
        foreach (string field in fields[..^1])
        {
            if (!int.TryParse(field, NumberStyles.None, CultureInfo.InvariantCulture, out int whole)) return null;
            time = (time + whole) * 60;
        }

        if (fields.Length > 1 && seconds >= 60) return null;
        time += seconds;
        return time <= Most.TotalSeconds ? new TimeSpan((long)Math.Round(time * TimeSpan.TicksPerSecond)) : null;
    }
}
