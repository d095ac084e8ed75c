using LiveStyle.Train.Motion;
using TorchSharp;
using static TorchSharp.torch;

namespace LiveStyle.Train.Evaluation;

/// <summary>
/// How much of a thing stays in the picture after it has gone. A cut-out stands before a background for half a second and is then taken away:
/// the root mean square difference, where it stood, between the next painted frame and the painting of the background alone, divided
/// by the same difference while it stood there. 0: nothing stays; 1: all of it.
/// </summary>
/// <remarks>A network without memory leaves a ghost only by way of the brightness that is smoothed over time.</remarks>
public static class Ghosting
{
    private const int Frames = 15;

    /// <param name="painter">What is evaluated.</param>
    /// <param name="background">Float32 [1, 3, H, W], RGB, 0..1.</param>
    /// <param name="front">Float32 [1, 3, H, W], RGB, 0..1: what the cut-out shows.</param>
    public static double Of(IFramePainter painter, Tensor background, Tensor front)
    {
        using DisposeScope scope = NewDisposeScope();
        (int height, int width) = ((int)background.shape[2], (int)background.shape[3]);
        CutOutShape shape = new(Math.Min(height, width), new Random(1));
        Tensor where = shape.Coverage(MotionChain.Still, height, width);
        Tensor covered = background + (front - background) * where;
        Tensor alone = painter.Paint(background, begins: true);
        Tensor with = painter.Paint(covered, begins: true);
        for (int frame = 1; frame < Frames; frame++)
        {
            with.Dispose();
            with = painter.Paint(covered, begins: false);
        }
        Tensor after = painter.Paint(background, begins: false);
        Tensor stood = where.gt(0.5).to_type(ScalarType.Float32);
        double seen = Power(with - alone, stood);
        return seen > 0 ? Math.Sqrt(Power(after - alone, stood) / seen) : 0;
    }

    private static double Power(Tensor difference, Tensor where) => (difference.square() * where).sum(ScalarType.Float64).item<double>();
}
