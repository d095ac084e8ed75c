using System.Globalization;

namespace LiveStyle.Cli.Bench;

/// <summary>Processor time of this process and of its children that have ended, such as an encoder.</summary>
internal static class CpuTime
{
    private const double TicksPerSecond = 100; // what Linux shows in /proc, whatever its own clock does

    public static double Seconds => Environment.CpuUsage.TotalTime.TotalSeconds + ChildSeconds;

    /// <summary>Fields 16 and 17 of /proc/self/stat; the second field, the name, may contain anything.</summary>
    private static double ChildSeconds
    {
        get
        {
            string stat = File.ReadAllText("/proc/self/stat");
            string[] fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
            return fields[13..15].Sum(ticks => long.Parse(ticks, CultureInfo.InvariantCulture)) / TicksPerSecond;
        }
    }
}
