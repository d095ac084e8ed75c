using System.Numerics;
using static TorchSharp.torch;

namespace LiveStyle.Train.Losses;

/// <summary>Which colour of the painting goes where: what has different colours in the photo is to have different ones in the painting.</summary>
/// <remarks>
/// A Gram matrix says how much there is of each colour, not where, and what costs a network least is to choose by brightness alone: grass, wood and skin of one
/// brightness become one colour. Here the photo itself is given the painting's palette, by the linear map that takes mean and covariance of the photos'
/// colours to the painting's and moves colours least (Pitie and Kokaram 2007, "The linear Monge-Kantorovitch linear colour mapping for example-based colour
/// transfer", section 3), and a painting is compared with that, cell by cell: strokes are finer than that and stay free. The map is the same for every
/// photo, so that it is as steady as the video.
/// </remarks>
public sealed class PaletteLoss : IDisposable
{
    private const int Cell = 8; // pixels of a side in which only the mean counts
    private const double Grain = 1e-4; // variance that colours have at least: a drawing in one ink has none across its one line of colours
    private const int RootSteps = 30;

    private readonly Tensor _map; // [3, 3]
    private readonly Tensor _photoMean; // [1, 3, 1, 1], as is the other
    private readonly Tensor _paintingMean;

    /// <summary>Measures the palettes.</summary>
    /// <param name="painting">Float32 [1, 3, H, W], RGB, 0..1.</param>
    /// <param name="photos">Float32 [1, 3, H, W] each, RGB, 0..1, normalised: what the stylizer will see.</param>
    public PaletteLoss(Tensor painting, IEnumerable<Tensor> photos)
    {
        using TorchSharp.DisposeScope scope = NewDisposeScope();
        using (no_grad())
        {
            (Tensor paintingMean, Matrix4x4 paintingColors) = Statistics(Colors(painting));
            (Tensor photoMean, Matrix4x4 photoColors) = Statistics(cat([.. photos.Select(Colors)], 0));
            _map = Tensor3(Map(photoColors, paintingColors)).DetachFromDisposeScope();
            _photoMean = photoMean.reshape(1, 3, 1, 1).DetachFromDisposeScope();
            _paintingMean = paintingMean.reshape(1, 3, 1, 1).DetachFromDisposeScope();
        }
    }

    /// <summary>A picture in the painting's palette.</summary>
    /// <param name="photo">Float32 [N, 3, H, W], RGB, normalised.</param>
    /// <returns>Float32 [N, 3, H, W], RGB, 0..1.</returns>
    public Tensor Recolored(Tensor photo) => ((photo - _photoMean).permute(0, 2, 3, 1).matmul(_map).permute(0, 3, 1, 2) + _paintingMean).clamp(0, 1);

    /// <summary>Mean squared difference, in 0..1, between the cells of a painting and those of the photo in the painting's palette.</summary>
    /// <param name="painted">Float32 [N, 3, H, W], RGB, 0..1; sides of 8 and more.</param>
    /// <param name="photo">Likewise, normalised: what was painted.</param>
    public Tensor Of(Tensor painted, Tensor photo)
    {
        Tensor target;
        using (no_grad()) target = Recolored(Cells(photo));
        return (Cells(painted) - target).square().mean();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (Tensor tensor in (Tensor[])[_map, _photoMean, _paintingMean]) tensor.Dispose();
    }

    private static Tensor Cells(Tensor picture) => nn.functional.avg_pool2d(picture, [Cell, Cell], [Cell, Cell]);

    /// <summary>A row for each cell of a picture.</summary>
    private static Tensor Colors(Tensor picture) => Cells(picture).permute(0, 2, 3, 1).reshape(-1, 3);

    /// <summary>Mean and covariance of rows of colours.</summary>
    private static (Tensor Mean, Matrix4x4 Covariance) Statistics(Tensor colors)
    {
        Tensor mean = colors.mean([0], true);
        Tensor centred = colors - mean;
        float[] numbers = (centred.transpose(0, 1).matmul(centred) / (double)colors.shape[0]).contiguous().data<float>().ToArray();
        Matrix4x4 covariance = Matrix4x4.Identity; // the fourth colour is a stranger to the others
        for (int row = 0; row < 3; row++)
            for (int column = 0; column < 3; column++) covariance[row, column] = numbers[row * 3 + column] + (row == column ? (float)Grain : 0);
        return (mean, covariance);
    }

    /// <summary><c>A^-1/2 (A^1/2 B A^1/2)^1/2 A^-1/2</c>: symmetric, so that colours change no more than they must.</summary>
    private static Matrix4x4 Map(Matrix4x4 from, Matrix4x4 to)
    {
        Matrix4x4 root = Root(from);
        Matrix4x4 back = Inverse(root);
        return back * Root(root * to * root) * back;
    }

    /// <summary>Square root of a symmetric positive matrix (Denman and Beavers 1976).</summary>
    private static Matrix4x4 Root(Matrix4x4 matrix)
    {
        (Matrix4x4 root, Matrix4x4 inverse) = (matrix, Matrix4x4.Identity);
        for (int step = 0; step < RootSteps; step++) (root, inverse) = ((root + Inverse(inverse)) * 0.5f, (inverse + Inverse(root)) * 0.5f);
        return root;
    }

    private static Matrix4x4 Inverse(Matrix4x4 matrix) => Matrix4x4.Invert(matrix, out Matrix4x4 inverse) ? inverse : throw new ArithmeticException("The colours have no spread.");

    private static Tensor Tensor3(Matrix4x4 matrix)
    {
        float[] numbers = [.. Enumerable.Range(0, 9).Select(index => matrix[index / 3, index % 3])];
        return tensor(numbers, [3, 3]);
    }
}
