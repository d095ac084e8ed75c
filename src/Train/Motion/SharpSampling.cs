using TorchSharp;
using static TorchSharp.torch;

namespace LiveStyle.Train.Motion;

/// <summary>Samples a picture between its pixels by Catmull-Rom splines: a moved frame must not be more blurred than the one that stands still,
/// as bilinear sampling makes it, or training would learn to tell them apart.</summary>
/// <remarks>Sixteen pixels a sample, read as nine bilinear ones: the two inner weights are of one sign, so one bilinear sample between
/// these pixels has both.</remarks>
public static class SharpSampling
{
    /// <summary>Pixels around a sampled place that are read.</summary>
    public const int Reach = 2;

    /// <param name="picture">Float32 [1, C, H, W]; beyond its edge lies the edge's colour.</param>
    /// <param name="x">Float32 [h, w]: columns, 0 is the centre of the first pixel.</param>
    /// <param name="y">Float32 [h, w]: rows, likewise.</param>
    /// <returns>Float32 [1, C, h, w], never beyond the smallest and largest value of <paramref name="picture"/>.</returns>
    public static Tensor At(Tensor picture, Tensor x, Tensor y)
    {
        using DisposeScope scope = NewDisposeScope();
        (long channels, long height, long width) = (picture.shape[1], x.shape[0], x.shape[1]);
        (Tensor[] columns, Tensor[] weightsX) = Taps(x, picture.shape[3]);
        (Tensor[] rows, Tensor[] weightsY) = Taps(y, picture.shape[2]);
        Tensor gridX = stack([.. rows.SelectMany(_ => columns)]); // [9, h, w]
        Tensor gridY = stack([.. rows.SelectMany(row => columns.Select(_ => row))]);
        Tensor weights = stack([.. weightsY.SelectMany(down => weightsX.Select(right => down * right))]);
        Tensor grid = stack([gridX, gridY], 3).view(1, 9 * height, width, 2);
        Tensor taps = nn.functional.grid_sample(picture, grid, GridSampleMode.Bilinear, GridSamplePaddingMode.Border, false).view(channels, 9, height, width);
        return (taps * weights).sum([1]).unsqueeze(0).clamp(picture.min().item<float>(), picture.max().item<float>()).MoveToOuterDisposeScope();
    }

    /// <summary>The three bilinear samples along one axis: where, from -1 to 1 between the picture's outer edges, and how much of each.</summary>
    private static (Tensor[] Places, Tensor[] Weights) Taps(Tensor position, long length)
    {
        Tensor pixel = position.floor();
        Tensor t = position - pixel;
        Tensor before = ((t * -0.5 + 1) * t - 0.5) * t;
        Tensor first = (t * 1.5 - 2.5) * t.square() + 1;
        Tensor second = ((t * -1.5 + 2) * t + 0.5) * t;
        Tensor after = (t * 0.5 - 0.5) * t.square();
        Tensor inner = first + second;
        return ([Place(pixel - 1), Place(pixel + second / inner), Place(pixel + 2)], [before, inner, after]);

        Tensor Place(Tensor at) => (at * 2 + 1) / (double)length - 1;
    }
}
