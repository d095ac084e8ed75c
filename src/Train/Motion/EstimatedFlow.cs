using OpenCvSharp;
using TorchSharp;
using static TorchSharp.torch;

namespace LiveStyle.Train.Motion;

/// <summary>Motion between two frames of a real video: Farneback's dense flow, and a mask of where it can be believed.</summary>
/// <remarks>Farneback 2003. The masks are those of Ruder et al. 2016 (arXiv:1604.08610), section 4.</remarks>
public static class EstimatedFlow
{
    /// <summary>Estimates both directions.</summary>
    /// <param name="a">Float32 [1, 3, H, W], RGB, 0..1: the earlier frame.</param>
    /// <param name="b">Float32 [1, 3, H, W], RGB, 0..1: the later frame.</param>
    /// <returns>The pair with its flow from B back to A; valid excludes what is outside of A, what only one frame shows (there and back
    /// does not lead home) and motion boundaries.</returns>
    public static MotionPair Between(Tensor a, Tensor b)
    {
        using DisposeScope scope = NewDisposeScope();
        using Mat greyA = Grey(a);
        using Mat greyB = Grey(b);
        FlowField back = Farneback(greyB, greyA);
        FlowField forward = Farneback(greyA, greyB);
        Tensor valid = back.Inside() * Returns(back, forward) * Smooth(back);
        return new MotionPair(a, b, new FlowField(back.Pixels.MoveToOuterDisposeScope()), valid.MoveToOuterDisposeScope());
    }

    /// <summary>Where <c>|f + b|^2 &lt;= 0.01 (|f|^2 + |b|^2) + 0.5</c>, with f read where b leads to.</summary>
    /// <returns>Float32 [1, 1, H, W], 1 or 0.</returns>
    private static Tensor Returns(FlowField back, FlowField forward)
    {
        Tensor there = back.Warp(forward.Pixels);
        Tensor gap = SquareLength(there + back.Pixels);
        return gap.le((SquareLength(there) + SquareLength(back.Pixels)) * 0.01 + 0.5).to_type(ScalarType.Float32);
    }

    /// <summary>Where the flow changes little from pixel to pixel: <c>|grad b|^2 &lt;= 0.01 |b|^2 + 0.002</c>.</summary>
    /// <returns>Float32 [1, 1, H, W], 1 or 0.</returns>
    private static Tensor Smooth(FlowField back)
    {
        Tensor padded = nn.functional.pad(back.Pixels, [0, 1, 0, 1], PaddingModes.Replicate);
        (long height, long width) = (back.Pixels.shape[2], back.Pixels.shape[3]);
        Tensor right = padded.narrow(2, 0, height).narrow(3, 1, width) - back.Pixels;
        Tensor down = padded.narrow(2, 1, height).narrow(3, 0, width) - back.Pixels;
        return (SquareLength(right) + SquareLength(down)).le(SquareLength(back.Pixels) * 0.01 + 0.002).to_type(ScalarType.Float32);
    }

    private static Tensor SquareLength(Tensor vectors) => vectors.square().sum(1, true);

    private static unsafe Mat Grey(Tensor picture)
    {
        Tensor grey = (picture[0, 0] * 0.299 + picture[0, 1] * 0.587 + picture[0, 2] * 0.114) * 255 + 0.5;
        byte[] bytes = grey.clamp(0, 255).to_type(ScalarType.Byte).contiguous().data<byte>().ToArray();
        Mat mat = new((int)grey.shape[0], (int)grey.shape[1], MatType.CV_8UC1);
        bytes.CopyTo(new Span<byte>(mat.DataPointer, bytes.Length));
        return mat;
    }

    /// <summary>Where in <paramref name="to"/> the pixels of <paramref name="from"/> are seen.</summary>
    private static unsafe FlowField Farneback(Mat from, Mat to)
    {
        using Mat flow = new();
        Cv2.CalcOpticalFlowFarneback(from, to, flow, 0.5, 4, 19, 3, 7, 1.5, OpticalFlowFlags.FarnebackGaussian);
        float[] pairs = new ReadOnlySpan<float>(flow.DataPointer, from.Rows * from.Cols * 2).ToArray();
        return new FlowField(tensor(pairs, [1, from.Rows, from.Cols, 2]).permute(0, 3, 1, 2).contiguous());
    }
}
