using static TorchSharp.torch;

namespace LiveStyle.Train.Motion;

/// <summary>One place a pixel, in pixels from the picture's centre: x to the right, y down.</summary>
/// <param name="X">Float32 [H, W].</param>
/// <param name="Y">Float32 [H, W].</param>
public sealed record Points(Tensor X, Tensor Y)
{
    /// <summary>The centres of all pixels of a picture.</summary>
    public static Points Of(long height, long width)
    {
        Tensor[] grid = meshgrid([Line(height), Line(width)]);
        return new Points(grid[1], grid[0]);
    }

    private static Tensor Line(long length) => arange(length, ScalarType.Float32) - (length - 1) / 2.0;
}
