using LiveStyle.Train.Motion;
using TorchSharp;
using static TorchSharp.torch;

namespace LiveStyle.Train.Evaluation;

/// <summary>A clip made of photos with exactly known motion: the same small step from each frame to the next, and a camera's noise.</summary>
/// <param name="name">For the card.</param>
/// <param name="scene">What is seen. Borrowed.</param>
/// <param name="cameraStep">Motion of the background a frame.</param>
/// <param name="cutOutStep">Motion of the cut-out a frame.</param>
/// <param name="frames">How many.</param>
public sealed class GeneratedClip(string name, MotionScene scene, IMotion cameraStep, IMotion cutOutStep, int frames = GeneratedClip.MostFrames) : IClip
{
    /// <summary>Frames that scenes have room for: those of a clip whose figures are compared.</summary>
    public const int MostFrames = 20;

    /// <summary>Rows of every generated clip.</summary>
    public const int Height = 288;

    /// <summary>Columns of every generated clip.</summary>
    public const int Width = 384;

    /// <summary>A good camera by daylight: a deviation of 1 in the dark and 2 of 255 at white.</summary>
    private static readonly SensorNoise Noise = new(1.0 / 255, Math.Sqrt(3) / 255);

    /// <inheritdoc/>
    public string Name => name;

    /// <inheritdoc/>
    public int FrameCount => frames;

    /// <inheritdoc/>
    public void Play(Action<ClipFrame> show, CancellationToken cancellationToken)
    {
        using DisposeScope clip = NewDisposeScope();
        (MotionChain camera, MotionChain cutOut) = (MotionChain.Still, MotionChain.Still);
        Random random = new(1);
        SceneFrame? before = null;
        for (int index = 0; index < frames; index++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            using DisposeScope scope = NewDisposeScope();
            SceneFrame frame = scene.Draw(camera, cutOut, Height, Width);
            MotionPair? pair = before is null ? null : MotionScene.Pair(before, frame, cameraStep, cutOutStep);
            show(new ClipFrame(FramePixels.Rounded(Noise.Add(frame.Picture, random)), pair?.Flow, pair?.Valid));
            Dispose(before);
            before = new SceneFrame(frame.Picture.clone().DetachFromDisposeScope(), frame.Coverage?.DetachFromDisposeScope());
            (camera, cutOut) = (camera.Then(cameraStep), cutOut.Then(cutOutStep));
        }
        Dispose(before);
    }

    private static void Dispose(SceneFrame? frame)
    {
        frame?.Picture.Dispose();
        frame?.Coverage?.Dispose();
    }
}
