using TorchSharp;
using static TorchSharp.torch;

namespace LiveStyle.Train.Motion;

/// <summary>Makes pairs of frames with exactly known motion out of photographs: no video is needed to learn steadiness.</summary>
/// <remarks>Everything follows from the random generator that is handed in; nothing else is drawn from. A pair costs 37 ms of one core at a crop of
/// 176, measured on a busy machine; most of it is sampling without blur.</remarks>
public static class MotionPairs
{
    private const double CutOutShare = 0.5;

    /// <summary>One pair: the camera moves over one photo, and in half of the pairs a cut-out of a second one moves before it.</summary>
    /// <param name="wideA">Float32 [1, C, H, W], any range, at least <paramref name="crop"/> a side; borrowed. What H and W have more is room
    /// for motion: 16 and more on each side are good, without any the camera stands still.</param>
    /// <param name="wideB">Likewise, another photo, of any size that holds the crop.</param>
    /// <param name="random">Decides motions and shapes.</param>
    /// <param name="crop">Pixels of a side of the frames.</param>
    /// <param name="range">How large motions are; by default those of a thirtieth of a second.</param>
    /// <returns>Frames without noise, with pixels of the photos all over. Owned by the caller's dispose scope, and no views of the photos.</returns>
    public static MotionPair Make(Tensor wideA, Tensor wideB, Random random, int crop, MotionRange? range = null)
    {
        using DisposeScope scope = NewDisposeScope();
        range ??= new MotionRange();
        bool hasCutOut = random.NextDouble() < CutOutShare;
        PhotoLayer background = new(wideA);
        PhotoLayer front = new(wideB);
        MotionChain camera = range.Draw(crop, background.Margin(crop, crop), random);
        MotionChain cutOut = range.Draw(crop, front.Margin(crop, crop), random);
        MotionScene scene = hasCutOut ? new MotionScene(background, front, new CutOutShape(crop, random)) : new MotionScene(background);
        SceneFrame a = scene.Draw(MotionChain.Still, MotionChain.Still, crop, crop);
        SceneFrame b = scene.Draw(camera, cutOut, crop, crop);
        MotionPair pair = MotionScene.Pair(a with { Picture = a.Picture.clone() }, b with { Picture = b.Picture.clone() }, camera, cutOut);
        return new MotionPair(Keep(pair.A), Keep(pair.B), new FlowField(Keep(pair.Flow.Pixels)), Keep(pair.Valid));
    }

    private static Tensor Keep(Tensor tensor) => tensor.MoveToOuterDisposeScope();
}
