using LiveStyle.Frames;

namespace LiveStyle.Pipeline;

/// <summary>One of several outputs of a live run.</summary>
public sealed record BranchOptions
{
    /// <summary>What the user would call it: "window", a device, an address.</summary>
    public required string Name { get; init; }

    /// <summary>Opens the sink, which the branch then owns. Called once at the start and, with <see cref="Reopens"/>, after each failure.</summary>
    public required Func<IFrameSink> Open { get; init; }

    /// <summary>Default true: a failed sink is opened again, with back-off. False: a failure ends the branch (a file that can't be written).</summary>
    public bool Reopens { get; init; } = true;

    /// <summary>Frames that may wait, 1 to 16. Default 1: the newest. A file takes more, since nothing sees its latency.</summary>
    public int QueueLength { get; init; } = 1;

    /// <summary>How long the end of the run waits for the sink to complete. Default 1.5 s; <see langword="null"/>: as long as it takes.</summary>
    public TimeSpan? Patience { get; init; } = TimeSpan.FromSeconds(1.5);
}
