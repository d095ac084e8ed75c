using TorchSharp;
using static TorchSharp.torch;

namespace LiveStyle.Train.Evaluation;

/// <summary>
/// How much a picture shows the cells of four pixels that networks compute in: the power of its rows and columns at 1/4, 1/2 and 3/4 cycles a
/// pixel, each divided by the mean power of the frequencies beside it, and the mean of these. 1: no grid.
/// </summary>
/// <remarks>Hann window, all rows (columns) and the three colours added up before dividing; beside means 3 to 8 steps of the spectrum away,
/// since the window spreads a line over 2. At 3/4 a real picture has what it has at 1/4.</remarks>
public static class GridEnergy
{
    private const int Cell = 4;
    private const int Near = 3;
    private const int Far = 8;

    /// <param name="picture">Float32 [1, 3, H, W], RGB, 0..1, at least 128 pixels a side.</param>
    public static double Of(Tensor picture)
    {
        using DisposeScope scope = NewDisposeScope();
        return (Along(picture) + Along(picture.transpose(2, 3))) / 2;
    }

    private static double Along(Tensor picture)
    {
        long length = picture.shape[3] / Cell * Cell;
        Tensor position = arange(length, ScalarType.Float32);
        Tensor window = 0.5 - (position * (2 * Math.PI / length)).cos() * 0.5;
        Tensor rows = picture.narrow(3, 0, length).reshape(-1, length);
        rows = (rows - rows.mean([1], true)) * window; // [3*H, W]
        double quarter = PeakOverNeighbours(rows, (int)length / 4, bothSides: true);
        double half = PeakOverNeighbours(rows, (int)length / 2, bothSides: false);
        return (2 * quarter + half) / 3;
    }

    private static double PeakOverNeighbours(Tensor rows, int center, bool bothSides)
    {
        IEnumerable<int> below = Enumerable.Range(center - Far, Far - Near + 1);
        int[] beside = bothSides ? [.. below, .. Enumerable.Range(center + Near, Far - Near + 1)] : [.. below];
        double[] powers = Powers(rows, [center, .. beside]);
        double neighbours = powers.Skip(1).Average();
        return neighbours > 0 ? powers[0] / neighbours : 1;
    }

    /// <summary>The power of some frequencies, all rows added up.</summary>
    private static double[] Powers(Tensor rows, int[] bins)
    {
        long length = rows.shape[1];
        // Whole turns are taken off while the numbers are exact: a phase of hundreds of turns in float32 is not.
        float[] phases = [.. Enumerable.Range(0, (int)length).SelectMany(x => bins.Select(bin => (float)(2 * Math.PI * ((long)x * bin % length) / length)))];
        Tensor phase = tensor(phases, [length, bins.Length]);
        Tensor power = rows.mm(phase.cos()).square() + rows.mm(phase.sin()).square(); // [3*H, bins]
        return power.sum([0], false, ScalarType.Float64).data<double>().ToArray();
    }
}
