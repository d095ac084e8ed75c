using System.Globalization;
using System.Text.Json;

namespace LiveStyle.Capture.Files;

/// <summary>Reads single values of ffprobe's JSON, where a damaged file may have put anything.</summary>
internal static class ProbeFields
{
    private const decimal MostSeconds = 3_000_000_000; // about a century: no film

    /// <summary>A value as text; <see langword="null"/> if it is missing or "unknown".</summary>
    public static string? Text(this JsonElement element, string name) =>
        element.TryGetProperty(name, out JsonElement value) && value.ToString() is var text && text != "unknown" ? text : null;

    /// <summary>A whole number; 0 if it is none.</summary>
    public static int Number(this JsonElement element, string name) =>
        int.TryParse(element.Text(name), CultureInfo.InvariantCulture, out int number) ? number : 0;

    /// <summary>A whole number; <see langword="null"/> if it is none.</summary>
    public static long? Ticks(this JsonElement element, string name) =>
        long.TryParse(element.Text(name), CultureInfo.InvariantCulture, out long number) ? number : null;

    /// <summary>A time in seconds; <see langword="null"/> if it is none, or impossible.</summary>
    public static TimeSpan? Seconds(this JsonElement element, string name) =>
        decimal.TryParse(element.Text(name), CultureInfo.InvariantCulture, out decimal seconds) && Math.Abs(seconds) < MostSeconds
            ? new TimeSpan((long)Math.Round(seconds * TimeSpan.TicksPerSecond))
            : null;

    /// <summary>Two positive numbers; <see langword="null"/> if they are none.</summary>
    public static (int First, int Second)? Fraction(this JsonElement element, string name, char separator) =>
        element.Text(name)?.Split(separator) is [var left, var right]
        && int.TryParse(left, CultureInfo.InvariantCulture, out int first) && first > 0
        && int.TryParse(right, CultureInfo.InvariantCulture, out int second) && second > 0
            ? (first, second)
            : null;

    /// <summary>True for a role of a stream: <c>attached_pic</c>.</summary>
    public static bool Is(this JsonElement stream, string role) =>
        stream.TryGetProperty("disposition", out JsonElement roles) && roles.Number(role) == 1;

    /// <summary>What somebody wrote into the file.</summary>
    public static string? Tag(this JsonElement stream, string name) =>
        stream.TryGetProperty("tags", out JsonElement tags) ? tags.Text(name) : null;

    /// <summary>Values beside the stream's own, each of some kind.</summary>
    public static IEnumerable<JsonElement> SideData(this JsonElement stream) =>
        stream.TryGetProperty("side_data_list", out JsonElement list) ? list.EnumerateArray() : [];
}
