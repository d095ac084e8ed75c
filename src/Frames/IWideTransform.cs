namespace LiveStyle.Frames;

/// <summary>A transform that can work on several frames at once.</summary>
public interface IWideTransform : IFrameTransform
{
    /// <summary>Frames that it can transform at the same time, by <see cref="Begin"/>. 1: no more than <see cref="IFrameTransform.TransformInPlace"/>. Never changes.</summary>
    int Lanes => 1;

    /// <summary>
    /// Frames that may be under way now: begun, and not yet handed on. At most one more than there are lanes, so that a lane that is done finds
    /// the next one begun; 1: the next frame is begun when the one before has been handed on. Asked before each frame is taken; any thread.
    /// </summary>
    int MostUnderWay => Lanes > 1 ? Lanes + 1 : 1;

    /// <summary>
    /// Does the part of a frame's transformation that looks back, which is quick: in stream order, by the thread that has the transform. The
    /// rest may then be done while the next frames are begun.
    /// </summary>
    /// <param name="frame">Stays the caller's, and stays out of others' hands until the task has run or is disposed.</param>
    /// <returns>The rest, which the caller disposes. At most <see cref="Lanes"/> of them may run at once.</returns>
    /// <exception cref="LiveStyleException">The frame can't be transformed.</exception>
    IFrameTask Begin(Frame frame) => new WholeFrameTask(this, frame);
}
