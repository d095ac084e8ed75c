using LiveStyle.Frames;
using LiveStyle.Stylize;

namespace LiveStyle.Live.Painting;

/// <summary>The ways of painting pictures of a size, the best first. What the user has fixed is the same on every rung.</summary>
/// <remarks>The same picture a little later is better than a worse one: a rung on which frames are painted abreast comes before those of a smaller network or size.</remarks>
internal static class QualityLadder
{
    private const int Border = 16; // of every side, that the network sees besides the picture
    private const int Smallest = 160;
    private const double CostAbreast = 0.78; // bench --networks, --threads 1 against two: the threads of one network wait for each other at every layer

    private static readonly double[] Scales = [1, 0.83, 0.67, 0.5, 0.4];

    /// <summary>At least one rung.</summary>
    /// <param name="format">Size of the pictures.</param>
    /// <param name="tier">Fixed by the user; <see langword="null"/>: balanced, then fast.</param>
    /// <param name="size">Longest side, fixed by the user; <see langword="null"/>: the picture's own, then smaller.</param>
    /// <param name="abreast">True if frames can be painted abreast.</param>
    public static Rung[] For(FrameFormat format, NetworkTier? tier, int? size, bool abreast)
    {
        NetworkTier best = tier ?? NetworkTier.Balanced, cheapest = tier ?? NetworkTier.Fast;
        List<Rung> rungs = [];
        if (best != cheapest) Add(rungs, format, best, size, abreast);
        int longest = Math.Max(format.Width, format.Height);
        foreach (double scale in size is null ? Scales : [1])
        {
            int side = (int)Math.Round(longest * scale);
            if (scale < 1 && side < Smallest) break;
            Add(rungs, format, cheapest, size ?? (scale < 1 ? side : null), abreast);
        }

        return [.. rungs];
    }

    private static void Add(List<Rung> rungs, FrameFormat format, NetworkTier tier, int? size, bool abreast)
    {
        double scale = size is { } side ? Math.Min(1, (double)side / Math.Max(format.Width, format.Height)) : 1;
        double pixels = ((format.Width * scale) + (2 * Border)) * ((format.Height * scale) + (2 * Border));
        double cost = pixels * CostOf(tier);
        rungs.Add(new Rung(tier, size, Abreast: false, cost));
        if (abreast) rungs.Add(new Rung(tier, size, Abreast: true, cost * CostAbreast));
    }

    /// <summary>For a pixel, relative to balanced: <c>livestyle bench --networks</c>, int8.</summary>
    private static double CostOf(NetworkTier tier) => tier switch
    {
        NetworkTier.Fast => 0.5,
        NetworkTier.Quality => 3.7,
        _ => 1,
    };
}
