using LiveStyle.Frames;

namespace LiveStyle.Pipeline;

/// <summary>How frames wait between the stages.</summary>
public sealed record PipelineOptions
{
    /// <summary>Longest queue that makes sense: beyond it there is only latency and memory.</summary>
    public const int LongestQueue = 16;

    /// <summary>Whether a full queue waits or drops. Default <see cref="PipelineMode.File"/>.</summary>
    public PipelineMode Mode { get; init; }

    /// <summary>Frames that may wait between two stages, 1 to 16. Default 2. Each one costs its memory and, live, a frame of latency.</summary>
    public int QueueLength { get; init; } = 2;

    /// <summary>
    /// The clock. Stages measure on it, and <c>FrameStamp.CapturedAt</c> must come from it too: the time since its own zero, that is
    /// <c>SharedClock.Now</c>.
    /// </summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>Frames that all stages and queues hold together, which is what the source's <c>FramePool</c> needs for none to wait.</summary>
    /// <param name="transforms">Number of transforms between source and sink.</param>
    public int FramesHeld(int transforms) => 2 + transforms + ((1 + transforms) * QueueLength);

    /// <summary>The same for one transform with lanes.</summary>
    public int FramesHeld(IWideTransform transform) =>
        FramesHeld(transforms: 1) + (transform.Lanes > 1 ? transform.Lanes : 0); // one more than its lanes is under way

    /// <summary>Every problem at once.</summary>
    public IEnumerable<string> Problems()
    {
        if (QueueLength is < 1 or > LongestQueue) yield return $"The queue length must be 1 to {LongestQueue}, not {QueueLength}.";
        if (!Enum.IsDefined(Mode)) yield return $"There is no pipeline mode {Mode}.";
    }
}
