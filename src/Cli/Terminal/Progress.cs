namespace LiveStyle.Cli.Terminal;

/// <summary>How far a job is.</summary>
/// <param name="Done">Frames that are finished.</param>
/// <param name="Total">Frames to expect, or <see langword="null"/> if unknown.</param>
/// <param name="Elapsed">Time since the job began.</param>
internal readonly record struct Progress(long Done, long? Total, TimeSpan Elapsed)
{
    /// <summary>Those of <see cref="Done"/> that an earlier run had finished: they say nothing about speed.</summary>
    public long Before { get; init; }

    /// <summary>Length of what is written so far; 0 if nobody cares.</summary>
    public long Bytes { get; init; }

    /// <summary>True while the user holds it up.</summary>
    public bool IsPaused { get; init; }

    /// <summary>Frames a second so far.</summary>
    public double PerSecond => Elapsed > TimeSpan.Zero ? (Done - Before) / Elapsed.TotalSeconds : 0;

    /// <summary>Time that the rest takes at this speed; <see langword="null"/> while unknown.</summary>
    public TimeSpan? Left =>
        Total is { } total && Done > Before ? Elapsed * (Math.Max(total - Done, 0) / (double)(Done - Before)) : null;

    /// <summary>"120 of 300 frames (40 %), 15.1 frames/s, 12 s left, 3.1 MB".</summary>
    public override string ToString()
    {
        string done = Total is { } total ? $"{Done} of {total} frames ({100 * Done / Math.Max(total, 1)} %)" : $"{Done} frames";
        string left = Left is { } time ? $", {Duration(time)} left" : "";
        string written = Bytes > 0 ? $", {Size(Bytes)}" : "";
        return $"{done}, {PerSecond:0.0} frames/s{left}{written}{(IsPaused ? ", paused: space goes on" : "")}";
    }

    /// <summary>"12 s", "3:07 min", "1:02:03 h".</summary>
    public static string Duration(TimeSpan time) => Math.Ceiling(time.TotalSeconds) switch
    {
        < 90 and var seconds => $"{seconds:0} s",
        < 3600 => $"{time:m\\:ss} min",
        _ => $"{(int)time.TotalHours}:{time:mm\\:ss} h",
    };

    /// <summary>"0.3 MB", "4.21 GB".</summary>
    public static string Size(long bytes) => bytes < 1_000_000_000 ? $"{bytes / 1e6:0.0} MB" : $"{bytes / 1e9:0.00} GB";
}
