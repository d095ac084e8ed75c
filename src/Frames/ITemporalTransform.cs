namespace LiveStyle.Frames;

/// <summary>A transform that looks back: what it makes of a frame depends on the frames of the last <see cref="Memory"/>, and on no others.</summary>
/// <remarks>So a film may be begun anywhere: whoever lets it observe that much before gets, to the bit, what the whole film would give.</remarks>
public interface ITemporalTransform : IFrameTransform
{
    /// <summary>How far back it looks, in media time.</summary>
    TimeSpan Memory { get; }

    /// <summary>Frames that it can transform at the same time, by <see cref="Begin"/>. 1: no more than <see cref="IFrameTransform.TransformInPlace"/>.</summary>
    int Lanes => 1;

    /// <summary>Takes note of a frame that is not to be transformed. Far cheaper than transforming it; the frame stays as it is.</summary>
    void Observe(Frame frame);

    /// <summary>
    /// Does the part of a frame's transformation that looks back, which is quick: in stream order, by the thread that has the transform. The
    /// rest may then be done while the next frames are begun.
    /// </summary>
    /// <param name="frame">Stays the caller's, and stays out of others' hands until the task has run or is disposed.</param>
    /// <returns>The rest, which the caller disposes. At most <see cref="Lanes"/> of them may run at once.</returns>
    /// <exception cref="LiveStyleException">The frame can't be transformed.</exception>
    IFrameTask Begin(Frame frame) => new WholeFrameTask(this, frame);
}
