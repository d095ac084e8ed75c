namespace LiveStyle.Pipeline;

/// <summary>What happens to a frame that comes while the stage after it is busy and its queue is full.</summary>
public enum PipelineMode
{
    /// <summary>The stage before waits: every frame arrives, in order. For files.</summary>
    File,

    /// <summary>The oldest waiting frame is dropped and counted: the picture stays young. For cameras and screens.</summary>
    Live,
}
