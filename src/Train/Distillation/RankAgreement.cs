using LiveStyle.Train.Data;
using LiveStyle.Train.Losses;
using TorchSharp;
using static TorchSharp.torch;

namespace LiveStyle.Train.Distillation;

/// <summary>Whether the student puts pictures in the same order of likeness to a painting as the teacher does.</summary>
internal static class RankAgreement
{
    private const int OfEachKind = 8;
    private static readonly double[] Blends = [0.25, 0.5, 0.75];

    /// <summary>Spearman's rank correlation of the style losses, mean over paintings: 1 = the same order, 0 = no relation.</summary>
    /// <param name="student">Borrowed.</param>
    /// <param name="teacher">Borrowed.</param>
    /// <param name="paintings">Files.</param>
    /// <param name="photos">Files that neither has been fitted to.</param>
    /// <param name="side">Pixels of a side of the pictures that are compared.</param>
    /// <param name="seed">Decides the crops.</param>
    public static double Of(LossNetwork student, LossNetwork teacher, IReadOnlyList<string> paintings, IReadOnlyList<string> photos, int side, int seed) =>
        paintings.Average(painting =>
        {
            using DisposeScope scope = NewDisposeScope();
            Tensor[] pictures = Candidates(painting, paintings, photos, side, new Random(seed));
            Tensor target = Pictures.Load(painting, side);
            return Spearman(StyleLosses(student, target, pictures), StyleLosses(teacher, target, pictures));
        });

    /// <summary>Photos, the painting, others, blends of photo and painting, and what no camera takes.</summary>
    private static Tensor[] Candidates(string painting, IReadOnlyList<string> paintings, IReadOnlyList<string> photos, int side, Random random)
    {
        manual_seed(random.Next());
        using CropSource fromPhotos = new(photos, side, 1.5);
        using CropSource fromPainting = new([painting], side, 2);
        using CropSource fromOthers = new(paintings, side, 2);
        List<Tensor> pictures = [];
        for (int index = 0; index < OfEachKind; index++)
        {
            (Tensor photo, Tensor painted) = (fromPhotos.Take(random), fromPainting.Take(random));
            pictures.AddRange([photo, painted, fromOthers.Take(random), SyntheticPictures.Take(side, random)]);
            pictures.AddRange(Blends.Select(share => photo * (1 - share) + painted * share));
        }
        return [.. pictures];
    }

    private static double[] StyleLosses(LossNetwork network, Tensor painting, Tensor[] pictures)
    {
        using (no_grad())
        {
            using PerceptualLoss loss = new(network, [.. StudentNetwork.StyleLayers], "relu2_2", painting, pictures.Take(1));
            return [.. pictures.Select(picture =>
            {
                using DisposeScope scope = NewDisposeScope();
                return (double)loss.StyleLosses(loss.Features(picture)).Average(layer => layer.item<float>());
            })];
        }
    }

    /// <summary>Correlation of the ranks (Spearman 1904); no two losses are equal.</summary>
    internal static double Spearman(double[] first, double[] second)
    {
        (double[] a, double[] b) = (Ranks(first), Ranks(second));
        double n = a.Length;
        double squares = a.Zip(b).Sum(pair => (pair.First - pair.Second) * (pair.First - pair.Second));
        return 1 - 6 * squares / (n * (n * n - 1));
    }

    private static double[] Ranks(double[] values)
    {
        double[] ranks = new double[values.Length];
        foreach ((int rank, int index) in Enumerable.Range(0, values.Length).OrderBy(index => values[index]).Index()) ranks[index] = rank;
        return ranks;
    }
}
