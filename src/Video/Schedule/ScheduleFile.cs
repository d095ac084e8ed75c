using System.Globalization;
using LiveStyle.Frames;

namespace LiveStyle.Video.Schedule;

/// <summary>A schedule of styles, as people write it: a line says from when on the film has which style.</summary>
/// <remarks>
/// <code>
/// # from   style
/// 0        great-wave
/// 0:12.5   starry-night  fade 2
/// 1:00     none
/// 1:30     mosaic        fade 1.5  strength 0.6
/// </code>
/// Empty lines, and what follows a #, say nothing.
/// </remarks>
public static class ScheduleFile
{
    private const string None = "none", Fade = "fade", Strength = "strength";

    /// <summary>Reads a file.</summary>
    /// <exception cref="MediaUnreadableException">There is no such file.</exception>
    /// <exception cref="UsageException">Lines make no sense: all of them, each with its number.</exception>
    public static IReadOnlyList<ScheduledStyle> Read(string path)
    {
        try
        {
            return Parse(File.ReadAllText(path), path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new MediaUnreadableException(path, e is FileNotFoundException or DirectoryNotFoundException ? "there is no such file" : e.Message.TrimEnd('.'), inner: e);
        }
    }

    internal static IReadOnlyList<ScheduledStyle> Parse(string text, string name)
    {
        List<ScheduledStyle> styles = [];
        List<string> problems = [];
        foreach ((int number, string line) in text.Split('\n').Index())
        {
            string[] words = line.Split('#')[0].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
            if (words.Length == 0) continue;
            if (Problem(words, styles, out ScheduledStyle? style) is { } problem) problems.Add($"line {number + 1}: {problem}");
            if (style is not null) styles.Add(style);
        }

        if (styles.Count == 0 && problems.Count == 0) problems.Add("it names no style. A line is: 0:30 great-wave");
        if (problems.Count > 0) throw new UsageException($"The schedule '{name}' can't be used. {string.Join("; ", problems)}.");
        return styles;
    }

    private static string? Problem(string[] words, List<ScheduledStyle> before, out ScheduledStyle? style)
    {
        style = null;
        if (MediaTime.Parse(words[0]) is not { } from) return $"'{words[0]}' is no time. Write seconds (75.5), m:ss or h:mm:ss";
        if (words.Length < 2) return "it has a time and no style. For none write: none";
        double? strength = null;
        double fade = 0;
        for (int word = 2; word < words.Length; word += 2)
        {
            if (words[word] is not (Fade or Strength)) return $"'{words[word]}' is neither {Fade} nor {Strength}";
            if (word + 1 == words.Length || !double.TryParse(words[word + 1], NumberStyles.Float, CultureInfo.InvariantCulture, out double value))
                return $"after {words[word]} comes a number";
            if (words[word] == Fade) fade = value;
            else strength = value;
        }

        if (!(fade >= 0) || fade > TimeSpan.MaxValue.TotalSeconds / 2) return $"a fade takes 0 seconds or more, not {fade}";
        if (strength is { } share && !(share >= 0 && share <= 1)) return $"{Strength} is 0 to 1, not {share}";
        style = new ScheduledStyle(from, words[1] == None ? null : words[1], strength, TimeSpan.FromSeconds(fade));
        if (before.Count == 0) return null;
        ScheduledStyle last = before[^1];
        if (from <= last.From) return "it begins no later than the line before";
        return from < last.From + last.Fade ? "it begins while the line before fades in" : null;
    }
}
