namespace LiveStyle.Cli.Terminal;

/// <summary>How far a job is.</summary>
/// <param name="Done">Frames that are finished.</param>
/// <param name="Total">Frames to expect, or <see langword="null"/> if unknown.</param>
/// <param name="Elapsed">Time since the job began.</param>
internal readonly record struct Progress(long Done, long? Total, TimeSpan Elapsed)
{
    /// <summary>Frames a second so far.</summary>
    public double PerSecond => Elapsed > TimeSpan.Zero ? Done / Elapsed.TotalSeconds : 0;

    /// <summary>Time that the rest takes at this speed; <see langword="null"/> while unknown.</summary>
    public TimeSpan? Left => Total is { } total && Done > 0 ? Elapsed * (Math.Max(total - Done, 0) / (double)Done) : null;

    /// <summary>"120 of 300 frames (40 %), 15.1 frames/s, 12 s left".</summary>
    public override string ToString()
    {
        string done = Total is { } total ? $"{Done} of {total} frames ({100 * Done / Math.Max(total, 1)} %)" : $"{Done} frames";
        return $"{done}, {PerSecond:0.0} frames/s{(Left is { } left ? $", {Duration(left)} left" : "")}";
    }

    /// <summary>"12 s", "3:07 min", "1:02:03 h".</summary>
    public static string Duration(TimeSpan time) => Math.Ceiling(time.TotalSeconds) switch
    {
        < 90 and var seconds => $"{seconds:0} s",
        < 3600 => $"{time:m\\:ss} min",
        _ => $"{(int)time.TotalHours}:{time:mm\\:ss} h",
    };
}
