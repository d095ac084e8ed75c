using LiveStyle.Stylize;

namespace LiveStyle.Train.Networks;

/// <summary>Size of a <see cref="PyramidNetwork"/>.</summary>
/// <param name="Stem">Channels at half resolution on the way down.</param>
/// <param name="Channels">Channels at a quarter of the resolution, where nearly all work is done.</param>
/// <param name="Blocks">Residual blocks at a quarter of the resolution.</param>
/// <param name="Tail">Channels at half resolution on the way up.</param>
public sealed record NetworkSize(int Stem, int Channels, int Blocks, int Tail)
{
    /// <summary>186 k parameters, 4.4 GMAC a frame at 640x360 when packed.</summary>
    public static NetworkSize Balanced { get; } = new(16, 48, 4, 24);

    /// <summary>41 k parameters, 1.2 GMAC a frame at 640x360 when packed.</summary>
    public static NetworkSize Fast { get; } = new(8, 24, 3, 12);

    /// <summary>870 k parameters, 16 GMAC a frame at 640x360 when packed.</summary>
    public static NetworkSize Quality { get; } = new(24, 96, 5, 32);

    /// <summary>The size of a tier.</summary>
    public static NetworkSize Of(NetworkTier tier) => tier switch
    {
        NetworkTier.Fast => Fast,
        NetworkTier.Quality => Quality,
        _ => Balanced,
    };

    /// <summary>Pixels from a picture's edge in which the network can tell that there is an edge, by the zeros beyond it: a cell for the layers before the residual
    /// blocks, two for each of those, and two for the layers after them.</summary>
    public int Reach => Export.PackedNetwork.Cell * (1 + 2 * Blocks + 2);

    /// <summary>The tier of a size; a size of one's own counts as the tier whose work is nearest.</summary>
    public static NetworkTier TierOf(NetworkSize size) =>
        Enum.GetValues<NetworkTier>().MinBy(tier => Math.Abs(Math.Log((double)size.BlockWork / Of(tier).BlockWork)));

    /// <summary>Products a cell in the residual blocks, where nearly all work is done.</summary>
    private long BlockWork => 2L * 9 * Channels * Channels * Math.Max(1, Blocks);

    /// <summary>The form that commands take and cards show: <c>16-48x4-24</c>.</summary>
    public override string ToString() => $"{Stem}-{Channels}x{Blocks}-{Tail}";
}
