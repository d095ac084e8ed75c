using LiveStyle.Train.Motion;
using TorchSharp;
using static TorchSharp.torch;

namespace LiveStyle.Train.Evaluation;

/// <summary>Pictures for those who have no photos at hand: "dead leaves", blobs of any size that cover each other. Their edges and spectrum are near
/// to those of photographs.</summary>
/// <remarks>Lee, Mumford and Huang 2001, "Occlusion models for natural images". Losses against them say little about photos.</remarks>
public static class DrawnPictures
{
    private const int Leaves = 160;

    /// <summary>One picture; the same for the same seed.</summary>
    /// <returns>Float32 [1, 3, height, width], RGB, 0..1, owned by the caller or its dispose scope.</returns>
    public static Tensor Draw(int height, int width, int seed)
    {
        using DisposeScope scope = NewDisposeScope();
        Random random = new(seed);
        Points points = Points.Of(height, width);
        Tensor picture = Color(random).expand(1, 3, height, width);
        for (int leaf = 0; leaf < Leaves; leaf++)
        {
            // Many small leaves, few large ones: radii fall off with the third power, as sizes of things in photos do.
            double size = Math.Min(height, width) * 3.0 / Math.Sqrt(1 + 120 * random.NextDouble());
            Shift place = new((random.NextDouble() - 0.5) * width, (random.NextDouble() - 0.5) * height);
            Tensor coverage = new CutOutShape(size, random).Coverage(place, height, width);
            double slope = (random.NextDouble() - 0.5) / width; // lit from one side
            Tensor color = Color(random) + points.X * slope + points.Y * slope;
            picture = picture + (color - picture) * coverage;
        }
        return picture.clamp(0, 1).MoveToOuterDisposeScope();
    }

    private static Tensor Color(Random random)
    {
        float grey = random.NextSingle();
        float[] color = [.. Enumerable.Range(0, 3).Select(_ => Math.Clamp(grey + (random.NextSingle() - 0.5f) * 0.5f, 0, 1))];
        return tensor(color, [1, 3, 1, 1]);
    }
}
