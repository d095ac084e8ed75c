namespace LiveStyle.Frames;

/// <summary>A transform that looks back: what it makes of a frame depends on the frames of the last <see cref="Memory"/>, and on no others.</summary>
/// <remarks>
/// So a film may be begun anywhere: whoever lets it observe that much before gets, to the bit, what the whole film would give. Its tasks
/// look back when they are begun and have nothing to <see cref="IFrameTask.Finish"/>.
/// </remarks>
public interface ITemporalTransform : IWideTransform
{
    /// <summary>How far back it looks, in media time.</summary>
    TimeSpan Memory { get; }

    /// <summary>Takes note of a frame that is not to be transformed. Far cheaper than transforming it; the frame stays as it is.</summary>
    void Observe(Frame frame);
}
