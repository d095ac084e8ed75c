using System.Globalization;
using System.Text;
using LiveStyle.Frames;

namespace LiveStyle.Render;

/// <summary>Parts in a row: the list for ffmpeg's concat reader, and when each picture of the result must be shown.</summary>
/// <remarks>
/// That reader counts in microseconds: the first picture of part k is shown at the sum of the lengths before it. So each length is the
/// difference of two times that were rounded to microseconds, and no error adds up; and since a tick is no shorter than a microsecond,
/// the nearest tick to what comes out is the right one.
/// </remarks>
internal sealed class PartJoin
{
    private PartJoin(int ticksPerSecond, bool areAlike, string list, long[] ticks) =>
        (TicksPerSecond, AreAlike, List, Ticks) = (ticksPerSecond, areAlike, list, ticks);

    /// <summary>Ticks a second of <see cref="Ticks"/>.</summary>
    public int TicksPerSecond { get; }

    /// <summary>True: all parts have the same decoder header, and packets can go over as they are.</summary>
    public bool AreAlike { get; }

    /// <summary>What ffmpeg's concat reader wants.</summary>
    public string List { get; }

    /// <summary>Presentation times of all pictures, on the whole time line, rising.</summary>
    public long[] Ticks { get; }

    /// <summary>
    /// Mean distance of two pictures, in ticks, as a fraction, if they are spaced evenly up to the rounding of their times; else
    /// <see langword="null"/>.
    /// </summary>
    public (long Ticks, long Pictures)? Interval
    {
        get
        {
            (long length, int steps) = (Ticks[^1] - Ticks[0], Ticks.Length - 1);
            for (int i = 1; i < steps; i++)
                if (Int128.Abs(((Int128)length * i / steps) - (Ticks[i] - Ticks[0])) > 1) return null;
            return (Math.Max(length, 1), Math.Max(steps, 1));
        }
    }

    /// <summary>Reads the parts' packets.</summary>
    /// <exception cref="MediaUnreadableException">A part is missing, damaged, of another kind than the first, or overlaps the one before it.</exception>
    public static PartJoin Of(IReadOnlyList<EncodedPart> parts, int ticksPerSecond, string ffprobe, CancellationToken cancellationToken)
    {
        List<long> ticks = [];
        List<TimeSpan> starts = [];
        PacketTimes? first = null;
        bool alike = true;
        foreach (EncodedPart part in parts)
        {
            PacketTimes times = PacketTimes.Read(part.Path, ffprobe, cancellationToken);
            first ??= times;
            if (ticksPerSecond == 0) ticksPerSecond = times.TicksPerSecond;
            alike &= times.DecoderSetup == first.DecoderSetup;
            ThrowIfOther(part.Path, times, first);
            long start = ToTicks(part.Start, ticksPerSecond);
            starts.Add(Microseconds(start + Rescaled(times.Ticks[0], times.TicksPerSecond, ticksPerSecond), ticksPerSecond));
            foreach (long tick in times.Ticks)
            {
                long shown = start + Rescaled(tick, times.TicksPerSecond, ticksPerSecond);
                if (ticks.Count > 0 && shown <= ticks[^1]) throw new MediaUnreadableException(part.Path, "it overlaps the part before it");
                ticks.Add(shown);
            }
        }

        return new PartJoin(ticksPerSecond, alike, ListOf(parts, starts), [.. ticks]);
    }

    /// <summary>When the first picture is shown if the film begins later, to the microsecond; ffmpeg's concat reader begins at zero.</summary>
    public TimeSpan StartAfter(TimeSpan from) => Microseconds(Ticks[0] - ToTicks(from, TicksPerSecond), TicksPerSecond);

    /// <summary>The nearest tick.</summary>
    public static long ToTicks(TimeSpan time, int ticksPerSecond)
    {
        Int128 twice = 2 * (Int128)time.Ticks * ticksPerSecond + TimeSpan.TicksPerSecond;
        return (long)(twice / (2 * TimeSpan.TicksPerSecond)) - (twice < 0 ? 1 : 0);
    }

    private static string ListOf(IReadOnlyList<EncodedPart> parts, List<TimeSpan> starts)
    {
        var list = new StringBuilder();
        for (int i = 0; i < parts.Count; i++)
        {
            string path = Path.GetFullPath(parts[i].Path).Replace("'", @"'\''", StringComparison.Ordinal);
            list.Append(CultureInfo.InvariantCulture, $"file 'file:{path}'\n");
            if (i + 1 < parts.Count) list.Append(CultureInfo.InvariantCulture, $"duration {MuxArguments.Seconds(starts[i + 1] - starts[i])}\n");
        }

        return list.ToString();
    }

    private static long Rescaled(long tick, int from, int to) => (long)((Int128)tick * to / from);

    private static TimeSpan Microseconds(long tick, int ticksPerSecond) =>
        TimeSpan.FromMicroseconds((long)Math.Round(tick * 1_000_000m / ticksPerSecond));

    private static void ThrowIfOther(string path, PacketTimes times, PacketTimes first)
    {
        string[] mine = times.DecoderSetup.Split(' '), its = first.DecoderSetup.Split(' ');
        if (mine.Length < 3 || its.Length < 3 || mine[0] != its[0] || mine[1] != its[1] || mine[2] != its[2])
            throw new MediaUnreadableException(path, $"it is {times.DecoderSetup} but the first part is {first.DecoderSetup}");
        if (times.DecoderSetup != first.DecoderSetup && mine[0] != "h264")
            throw new MediaUnreadableException(path, "its encoder had other settings, or was another version, than the first part's",
                "Make all parts with the same settings and the same FFmpeg.");
    }
}
