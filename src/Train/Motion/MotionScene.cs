using TorchSharp;
using static TorchSharp.torch;

namespace LiveStyle.Train.Motion;

/// <summary>A background, and before it perhaps a cut-out of another photo; both move as they are told.</summary>
/// <param name="Background">Seen by the moving camera.</param>
/// <param name="Front">The photo that the cut-out is made of, or <see langword="null"/>.</param>
/// <param name="Shape">The cut-out's outline, or <see langword="null"/>.</param>
public sealed record MotionScene(PhotoLayer Background, PhotoLayer? Front = null, CutOutShape? Shape = null)
{
    /// <summary>Draws one frame.</summary>
    /// <param name="camera">Motion of the background since the start.</param>
    /// <param name="cutOut">Motion of the cut-out in the frame since the start.</param>
    /// <param name="height">Rows.</param>
    /// <param name="width">Columns.</param>
    public SceneFrame Draw(IMotion camera, IMotion cutOut, int height, int width)
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor background = See(Background, camera, height, width);
        if (Front is null || Shape is null) return new SceneFrame(background.MoveToOuterDisposeScope(), null);
        Tensor coverage = Shape.Coverage(cutOut, height, width);
        Tensor picture = background + (See(Front, cutOut, height, width) - background) * coverage;
        return new SceneFrame(picture.MoveToOuterDisposeScope(), coverage.MoveToOuterDisposeScope());
    }

    /// <summary>Two frames and what is known of them.</summary>
    /// <param name="a">The earlier frame.</param>
    /// <param name="b">The later frame.</param>
    /// <param name="cameraStep">Motion of the background from <paramref name="a"/> to <paramref name="b"/>.</param>
    /// <param name="cutOutStep">Motion of the cut-out between them.</param>
    public static MotionPair Pair(SceneFrame a, SceneFrame b, IMotion cameraStep, IMotion cutOutStep)
    {
        using DisposeScope scope = NewDisposeScope();
        (long height, long width) = (b.Picture.shape[2], b.Picture.shape[3]);
        FlowField camera = FlowField.Of(cameraStep, height, width);
        if (a.Coverage is null || b.Coverage is null)
        {
            Tensor inside = camera.Inside();
            return new MotionPair(a.Picture, b.Picture, new FlowField(camera.Pixels.MoveToOuterDisposeScope()), inside.MoveToOuterDisposeScope());
        }
        FlowField cutOut = FlowField.Of(cutOutStep, height, width);
        Tensor front = b.Coverage.gt(0.5);
        Tensor flow = where(front.expand(-1, 2, -1, -1), cutOut.Pixels, camera.Pixels);
        Tensor valid = where(front, Whole(a.Coverage, b.Coverage, cutOut), Whole(1 - a.Coverage, 1 - b.Coverage, camera));
        return new MotionPair(a.Picture, b.Picture, new FlowField(flow.MoveToOuterDisposeScope()), valid.MoveToOuterDisposeScope());
    }

    /// <summary>Where a layer alone is seen in both frames: in B at the pixel and its neighbours, in A at all pixels that sampling reads.</summary>
    private static Tensor Whole(Tensor coverageA, Tensor coverageB, FlowField flow)
    {
        const double alone = 0.999;
        Tensor inA = flow.Warp(Shrunk(coverageA)).ge(alone);
        return inA.logical_and(Shrunk(coverageB).ge(alone)).to_type(ScalarType.Float32) * flow.Inside();
    }

    /// <summary>The least coverage among a pixel and its eight neighbours.</summary>
    private static Tensor Shrunk(Tensor coverage) => -nn.functional.max_pool2d(-coverage, [3L, 3L], [1L, 1L], [1L, 1L]);

    private static Tensor See(PhotoLayer layer, IMotion motion, int height, int width) =>
        motion is MotionChain { Steps.Count: 0 } ? layer.Still(height, width) : layer.Moved(motion, height, width);
}
