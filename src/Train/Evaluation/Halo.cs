using LiveStyle.Train.Data;
using TorchSharp;
using static TorchSharp.torch;

namespace LiveStyle.Train.Evaluation;

/// <summary>
/// Whether a style paints a frame around the picture. The middle of a photo is painted alone, where its edge is the border, and as a part of the
/// whole photo, where it is not. The difference of the two, averaged over all photos and along each side in each of the 16 outermost
/// lines of pixels (what the scene does at the border averages out, a frame does not), less the mean difference of the inside; the
/// largest of the sides and lines, root mean square over the colours, in 0..1. 0: no frame; 0.02 can be seen.
/// </summary>
public sealed class Halo
{
    private const int Cut = 40;
    private const int Depth = 16;
    private const int Sides = 4;

    private readonly double[,] _sum = new double[Sides * Depth, 3];
    private int _photos;

    /// <summary>The result so far.</summary>
    public double Largest => _photos == 0 ? 0 : Enumerable.Range(0, Sides * Depth)
        .Max(line => Math.Sqrt(Enumerable.Range(0, 3).Sum(color => Math.Pow(_sum[line, color] / _photos, 2)) / 3));

    /// <summary>Paints a photo both ways.</summary>
    /// <param name="painter">What is evaluated.</param>
    /// <param name="photo">Float32 [1, 3, H, W], RGB, 0..1, at least 160 pixels a side.</param>
    public void Add(IFramePainter painter, Tensor photo)
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor whole = painter.Paint(photo, begins: true).WithoutMargin(Cut);
        Tensor difference = painter.Paint(photo.WithoutMargin(Cut), begins: true) - whole;
        difference = difference - difference.WithoutMargin(Depth).mean([2, 3], true);
        for (int side = 0; side < Sides; side++)
        {
            Tensor lines = Side(difference, side).mean([0, 3]); // [3, depth]
            float[] means = lines.transpose(0, 1).contiguous().data<float>().ToArray();
            for (int index = 0; index < means.Length; index++) _sum[side * Depth + index / 3, index % 3] += means[index];
        }
        _photos++;
    }

    /// <summary>The outermost lines of a side without the corners, the outer one first: [1, 3, depth, length].</summary>
    private static Tensor Side(Tensor picture, int side)
    {
        Tensor lying = side % 2 == 0 ? picture : picture.transpose(2, 3);
        Tensor up = side < 2 ? lying : lying.flip(2);
        return up.narrow(2, 0, Depth).narrow(3, Depth, up.shape[3] - 2 * Depth);
    }
}
