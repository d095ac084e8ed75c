using LiveStyle.Frames;
using LiveStyle.Stylize;

namespace LiveStyle.Live.Painting;

/// <summary>The ways of painting pictures of a size, the best first. What the user has fixed is the same on every rung.</summary>
internal static class QualityLadder
{
    private const int Border = 32; // of every side, that the network sees besides the picture
    private const int Smallest = 160;

    private static readonly double[] Scales = [1, 0.83, 0.67, 0.5, 0.4];

    /// <summary>At least one rung.</summary>
    /// <param name="format">Size of the pictures.</param>
    /// <param name="tier">Fixed by the user; <see langword="null"/>: balanced, then fast.</param>
    /// <param name="size">Longest side, fixed by the user; <see langword="null"/>: the picture's own, then smaller.</param>
    public static Rung[] For(FrameFormat format, NetworkTier? tier, int? size)
    {
        NetworkTier best = tier ?? NetworkTier.Balanced, cheapest = tier ?? NetworkTier.Fast;
        List<Rung> rungs = [];
        if (best != cheapest) rungs.Add(RungOf(format, best, size));
        int longest = Math.Max(format.Width, format.Height);
        foreach (double scale in size is null ? Scales : [1])
        {
            int side = (int)Math.Round(longest * scale);
            if (scale < 1 && side < Smallest) break;
            rungs.Add(RungOf(format, cheapest, size ?? (scale < 1 ? side : null)));
        }

        return [.. rungs];
    }

    private static Rung RungOf(FrameFormat format, NetworkTier tier, int? size)
    {
        double scale = size is { } side ? Math.Min(1, (double)side / Math.Max(format.Width, format.Height)) : 1;
        double pixels = ((format.Width * scale) + (2 * Border)) * ((format.Height * scale) + (2 * Border));
        return new Rung(tier, size, pixels * CostOf(tier));
    }

    /// <summary>For a pixel, relative to balanced: <c>livestyle bench --networks</c>, int8.</summary>
    private static double CostOf(NetworkTier tier) => tier switch
    {
        NetworkTier.Fast => 0.69,
        NetworkTier.Quality => 3.4,
        _ => 1,
    };
}
