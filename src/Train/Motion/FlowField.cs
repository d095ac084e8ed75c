using TorchSharp;
using static TorchSharp.torch;

namespace LiveStyle.Train.Motion;

/// <summary>Optical flow from frame B back to frame A: a pixel p of B shows what A has at p + flow(p).</summary>
/// <param name="Pixels">Float32 [N, 2, H, W], in pixels: channel 0 to the right, channel 1 down. Owned by whose dispose scope it lies in.</param>
public sealed record FlowField(Tensor Pixels)
{
    /// <summary>The flow of a known motion.</summary>
    /// <returns>Flow with N = 1.</returns>
    public static FlowField Of(IMotion motion, long height, long width)
    {
        using DisposeScope scope = NewDisposeScope();
        Points here = Points.Of(height, width);
        Points there = motion.Source(here);
        return new FlowField(stack([there.X - here.X, there.Y - here.Y]).unsqueeze(0).MoveToOuterDisposeScope());
    }

    /// <summary>Brings a picture of A to where B shows it: bilinear, and beyond its edge the edge's colour.</summary>
    /// <param name="picture">Float32 [N, C, H, W] of A, or of features of its size.</param>
    /// <returns>Float32 [N, C, H, W]; gradients flow to <paramref name="picture"/>.</returns>
    public Tensor Warp(Tensor picture)
    {
        Tensor grid = Grid();
        if (picture.shape[0] != grid.shape[0]) grid = grid.expand(picture.shape[0], -1, -1, -1);
        return nn.functional.grid_sample(picture, grid, GridSampleMode.Bilinear, GridSamplePaddingMode.Border, false);
    }

    /// <summary>The flow as <c>grid_sample</c> wants it.</summary>
    /// <returns>Float32 [N, H, W, 2] of (x, y): the outer edges of A's outer pixels are at -1 and 1 (align_corners false).</returns>
    public Tensor Grid()
    {
        (long height, long width) = (Pixels.shape[2], Pixels.shape[3]);
        Points here = Points.Of(height, width);
        Tensor x = (Pixels.select(1, 0) + here.X) * (2.0 / width);
        Tensor y = (Pixels.select(1, 1) + here.Y) * (2.0 / height);
        return stack([x, y], 3);
    }

    /// <summary>Whether what B shows was inside of A's frame.</summary>
    /// <returns>Float32 [N, 1, H, W], 1 or 0.</returns>
    public Tensor Inside()
    {
        (long height, long width) = (Pixels.shape[2], Pixels.shape[3]);
        Points here = Points.Of(height, width);
        Tensor x = (Pixels.narrow(1, 0, 1) + here.X).abs().le((width - 1) / 2.0 + 1e-3); // float32 of a place is that exact
        Tensor y = (Pixels.narrow(1, 1, 1) + here.Y).abs().le((height - 1) / 2.0 + 1e-3);
        return x.logical_and(y).to_type(ScalarType.Float32);
    }

    /// <summary>Two steps in one: this flow leads from B to A, <paramref name="next"/> from C to B, the result from C to A.</summary>
    /// <remarks>Bilinear between the pixels of this flow: exact for shifts, zooms and rotations only, inside of the frame. Motions as
    /// functions compose exactly (<see cref="MotionChain"/>).</remarks>
    public FlowField Then(FlowField next) => new(next.Pixels + next.Warp(Pixels));

    /// <summary>The same flow for features of a lower resolution.</summary>
    /// <param name="factor">Pixels of this flow a side of one of the result's; divides H and W.</param>
    public FlowField Shrink(int factor) => new(nn.functional.avg_pool2d(Pixels, [factor, factor], [factor, factor]) / factor);
}
