using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace LiveStyle.Render;

/// <summary>Cuts subtitles in their text forms, SubRip and ASS, to a range of time.</summary>
internal static partial class SubtitleCut
{
    /// <summary>Keeps what is shown within the range; its beginning becomes zero, and what hangs over either end is clipped.</summary>
    /// <param name="path">The file, which is replaced.</param>
    /// <param name="isAss">False: SubRip.</param>
    /// <param name="from">On the file's time line.</param>
    /// <param name="length"><see langword="null"/>: to its end.</param>
    /// <returns>False: nothing is shown within the range.</returns>
    public static bool InPlace(string path, bool isAss, TimeSpan from, TimeSpan? length)
    {
        string text = File.ReadAllText(path).Replace("\r\n", "\n", StringComparison.Ordinal);
        string cut = isAss ? CutAss(text, from, length) : CutSrt(text, from, length);
        File.WriteAllText(path, cut);
        return cut.Contains(isAss ? "Dialogue: " : " --> ", StringComparison.Ordinal);
    }

    private static string CutAss(string text, TimeSpan from, TimeSpan? length)
    {
        IEnumerable<string?> lines = text.Split('\n').Select(line =>
            AssTimes().Match(line) is not { Success: true } match ? line
            : Clip(match, from, length) is var (start, end) ? $"{match.Groups[1].Value}{Ass(start)},{Ass(end)}{match.Groups[4].Value}"
            : null);
        return string.Join('\n', lines.OfType<string>());
    }

    private static string CutSrt(string text, TimeSpan from, TimeSpan? length)
    {
        var kept = new StringBuilder();
        int number = 0;
        MatchCollection times = SrtTimes().Matches(text);
        for (int i = 0; i < times.Count; i++)
        {
            if (Clip(times[i], from, length) is not var (start, end)) continue;
            int begin = times[i].Index + times[i].Length, next = i + 1 < times.Count ? times[i + 1].Index : text.Length;
            kept.Append(CultureInfo.InvariantCulture, $"{++number}\n{Srt(start)} --> {Srt(end)}\n{text[begin..next].Trim('\n')}\n\n");
        }

        return kept.ToString();
    }

    private static (TimeSpan, TimeSpan)? Clip(Match match, TimeSpan from, TimeSpan? length)
    {
        TimeSpan start = Parse(match.Groups[2].Value) - from, end = Parse(match.Groups[3].Value) - from;
        if (start < TimeSpan.Zero) start = TimeSpan.Zero;
        if (end > length) end = length.Value;
        return end > start ? (start, end) : null;
    }

    /// <summary>ASS has hundredths, SubRip thousandths behind a comma; hours may have any number of digits.</summary>
    private static TimeSpan Parse(string time)
    {
        string[] parts = time.Replace(',', '.').Split(':');
        return TimeSpan.FromHours(int.Parse(parts[0], CultureInfo.InvariantCulture)) + TimeSpan.FromMinutes(int.Parse(parts[1], CultureInfo.InvariantCulture))
            + new TimeSpan((long)(decimal.Parse(parts[2], CultureInfo.InvariantCulture) * TimeSpan.TicksPerSecond));
    }

    private static string Srt(TimeSpan time) =>
        string.Create(CultureInfo.InvariantCulture, $"{(int)time.TotalHours:00}:{time.Minutes:00}:{time.Seconds:00},{time.Milliseconds:000}");

    private static string Ass(TimeSpan time) =>
        string.Create(CultureInfo.InvariantCulture, $"{(int)time.TotalHours}:{time.Minutes:00}:{time.Seconds:00}.{time.Milliseconds / 10:00}");

    [GeneratedRegex(@"^(Dialogue: [^,]*,)(\d+:\d\d:\d\d\.\d\d),(\d+:\d\d:\d\d\.\d\d)(,.*)$")]
    private static partial Regex AssTimes();

    /// <summary>With the number on the line before, so that only text lies between two matches.</summary>
    [GeneratedRegex(@"^()\d+\n(\d+:\d\d:\d\d,\d\d\d) --> (\d+:\d\d:\d\d,\d\d\d)[^\n]*\n", RegexOptions.Multiline)]
    private static partial Regex SrtTimes();
}
