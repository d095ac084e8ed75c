using LiveStyle.Train.Evaluation;
using TorchSharp;
using static TorchSharp.torch;

namespace LiveStyle.Train.Tests.Evaluation;

/// <summary>Painters whose faults are known.</summary>
internal sealed class Painters(Func<Tensor, int, Tensor> paint) : IFramePainter
{
    private int _frame;

    /// <summary>Hands pictures on.</summary>
    public static Painters Identity => new((picture, _) => picture);

    /// <summary>A mean over so many pixels a side.</summary>
    public static Painters Blur(int side) =>
        new((picture, _) => nn.functional.avg_pool2d(nn.functional.pad(picture, [side / 2, side / 2, side / 2, side / 2], PaddingModes.Reflect), [side, side], [1, 1]));

    /// <summary>Every second frame is lighter.</summary>
    public static Painters Flicker(double by) => new((picture, frame) => picture * 0.8 + frame % 2 * by);

    /// <summary>A pattern that repeats every four pixels.</summary>
    public static Painters Grid(double strength) => new((picture, _) =>
    {
        Tensor column = arange(picture.shape[3], ScalarType.Float32) * (Math.PI / 2);
        return picture * 0.9 + 0.05 + column.cos() * strength;
    });

    /// <summary>Dark pixels along the border.</summary>
    public static Painters Frame(int pixels) => new((picture, _) =>
    {
        Tensor framed = picture * 0.5;
        (long height, long width) = (picture.shape[2] - 2 * pixels, picture.shape[3] - 2 * pixels);
        framed.narrow(2, pixels, height).narrow(3, pixels, width).copy_(picture.narrow(2, pixels, height).narrow(3, pixels, width));
        return framed;
    });

    /// <summary>Keeps a share of what it painted before: a painter with memory.</summary>
    public static IFramePainter Lazy(double kept) => new LazyPainter(kept);

    public Tensor Paint(Tensor frame, bool begins)
    {
        _frame = begins ? 0 : _frame + 1;
        return FramePixels.Rounded(paint(FramePixels.Rounded(frame), _frame));
    }

    private sealed class LazyPainter(double kept) : IFramePainter
    {
        private Tensor? _before;

        public Tensor Paint(Tensor frame, bool begins)
        {
            Tensor painted = begins || _before is null ? frame.clone() : _before * kept + frame * (1 - kept);
            _before = painted.clone().DetachFromDisposeScope();
            return painted;
        }
    }
}
