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

    /// <summary>The form that commands take and cards show: <c>16-48x4-24</c>.</summary>
    public override string ToString() => $"{Stem}-{Channels}x{Blocks}-{Tail}";
}
