using System.Globalization;

namespace LiveStyle.Train.Evaluation;

/// <summary>How busy the machine is: what a measured time must be read beside.</summary>
public static class MachineLoad
{
    /// <summary>Processes that wanted a core in the last minute.</summary>
    public static double Now() => double.Parse(File.ReadAllText("/proc/loadavg").Split(' ')[0], CultureInfo.InvariantCulture);
}
