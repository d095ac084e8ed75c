using static TorchSharp.torch;

namespace LiveStyle.Train.Evaluation;

/// <summary>What is evaluated: pictures in, painted pictures out, in the eight bits that a user sees.</summary>
public interface IFramePainter
{
    /// <summary>Paints one frame.</summary>
    /// <param name="frame">Float32 [1, 3, H, W], RGB, 0..1; rounded to eight bits before it is painted. Borrowed.</param>
    /// <param name="begins">True for a picture of its own and for the first frame of a video; false for the next frame of the same video.</param>
    /// <returns>Float32 [1, 3, H, W], RGB, 0..1 in steps of 1/255, owned by the caller's dispose scope.</returns>
    Tensor Paint(Tensor frame, bool begins);
}
