namespace LiveStyle.Cli.Bench;

/// <summary>What a frame costs in one part alone.</summary>
/// <param name="CpuMs">Processor time over all cores and child processes, in milliseconds a frame.</param>
/// <param name="WallMs">Time on the clock, in milliseconds a frame.</param>
/// <param name="Frames">Frames measured.</param>
internal sealed record PartCost(double CpuMs, double WallMs, int Frames)
{
    /// <summary>The mean of this and another measurement of the same: of before and after what is compared with it, on a machine that others use too.</summary>
    public PartCost With(PartCost other) =>
        new(Math.Round((CpuMs + other.CpuMs) / 2, 3), Math.Round((WallMs + other.WallMs) / 2, 3), Frames + other.Frames);

    /// <summary>Measures <paramref name="work"/>, which returns how many frames it did.</summary>
    public static PartCost Of(Func<int> work)
    {
        double cpu = CpuTime.Seconds;
        long begun = TimeProvider.System.GetTimestamp();
        int frames = work();
        double wall = TimeProvider.System.GetElapsedTime(begun).TotalSeconds;
        cpu = CpuTime.Seconds - cpu;
        return new PartCost(Math.Round(1000 * cpu / frames, 3), Math.Round(1000 * wall / frames, 3), frames);
    }
}
