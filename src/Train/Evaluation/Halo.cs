using LiveStyle.Train.Data;
using TorchSharp;
using static TorchSharp.torch;

namespace LiveStyle.Train.Evaluation;

/// <summary>
/// Whether a style paints a frame around the picture. The middle of a photo is painted alone, where its edge is the border, and as a part of the
/// whole photo, where it is not. The difference of the two, averaged over all photos, each in four orientations, and along each side in each of the 16
/// outermost lines of pixels, less the mean difference of the inside; the largest of the sides and lines, root mean square over the colours, in 0..1.
/// 0: no frame; 0.02 can be seen.
/// </summary>
/// <remarks>
/// At a border a painter sees a reflection instead of the scene, and so paints something else, each time otherwise. That averages out, but slowly: what is
/// left of it after so many pictures is known from how much they differ among each other, and is taken off (the square of a mean less the
/// square of its standard error is the square of what the mean would be of all pictures).
/// </remarks>
public sealed class Halo
{
    private const int Cut = 40;
    private const int Depth = 16;
    private const int Sides = 4;
    private const int Turns = 4;

    private readonly double[,] _sum = new double[Sides * Depth, 3], _squares = new double[Sides * Depth, 3];
    private int _pictures;

    /// <summary>Times that <see cref="Add"/> paints.</summary>
    public static int Paintings => 2 * Turns;

    /// <summary>The result so far.</summary>
    public double Largest => _pictures == 0 ? 0 : Math.Sqrt(Enumerable.Range(0, Sides * Depth).Max(line => Math.Max(0, Enumerable.Range(0, 3).Average(color => Squared(line, color)))));

    /// <summary>Paints a photo both ways, in each orientation.</summary>
    /// <param name="painter">What is evaluated.</param>
    /// <param name="photo">Float32 [1, 3, H, W], RGB, 0..1, at least 160 pixels a side.</param>
    public void Add(IFramePainter painter, Tensor photo)
    {
        for (int turn = 0; turn < Turns; turn++)
        {
            using DisposeScope scope = NewDisposeScope();
            Compare(painter, Turned(photo, turn));
        }
    }

    private void Compare(IFramePainter painter, Tensor photo)
    {
        Tensor whole = painter.Paint(photo, begins: true).WithoutMargin(Cut);
        Tensor difference = painter.Paint(photo.WithoutMargin(Cut), begins: true) - whole;
        difference = difference - difference.WithoutMargin(Depth).mean([2, 3], true);
        for (int side = 0; side < Sides; side++)
        {
            Tensor lines = Side(difference, side).mean([0, 3]); // [3, depth]
            float[] means = lines.transpose(0, 1).contiguous().data<float>().ToArray();
            for (int index = 0; index < means.Length; index++)
            {
                (int line, int color) = (side * Depth + index / 3, index % 3);
                _sum[line, color] += means[index];
                _squares[line, color] += means[index] * means[index];
            }
        }
        _pictures++;
    }

    /// <summary>Square of the mean, less what chance adds to it.</summary>
    private double Squared(int line, int color)
    {
        double mean = _sum[line, color] / _pictures;
        double variance = (_squares[line, color] / _pictures - mean * mean) / (_pictures - 1);
        return mean * mean - variance;
    }

    /// <summary>By quarters of a full turn; its own copy in memory.</summary>
    private static Tensor Turned(Tensor picture, int quarters)
    {
        Tensor half = quarters >= 2 ? picture.flip(2, 3) : picture;
        return (quarters % 2 == 0 ? half : half.transpose(2, 3).flip(3)).contiguous();
    }

    /// <summary>The outermost lines of a side without the corners, the outer one first: [1, 3, depth, length].</summary>
    private static Tensor Side(Tensor picture, int side)
    {
        Tensor lying = side % 2 == 0 ? picture : picture.transpose(2, 3);
        Tensor up = side < 2 ? lying : lying.flip(2);
        return up.narrow(2, 0, Depth).narrow(3, Depth, up.shape[3] - 2 * Depth);
    }
}
