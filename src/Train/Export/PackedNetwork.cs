using LiveStyle.Train.Networks;
using static TorchSharp.torch;

namespace LiveStyle.Train.Export;

/// <summary>
/// A <see cref="PyramidNetwork"/> as it runs: the same function, rewritten as convolutions of at most 3x3 cells of 4x4 pixels, all at a
/// quarter of the resolution. Norms are folded in; there is no resize, no padding and no shuffle left.
/// </summary>
/// <param name="Layers">In order of use; the first takes and the last gives 48 channels, three colours of 16 pixels.</param>
public sealed record PackedNetwork(IReadOnlyList<PackedConvolution> Layers)
{
    /// <summary>Side of a cell in pixels.</summary>
    public const int Cell = 4;

    /// <summary>Side of a cell at half resolution.</summary>
    private const int HalfCell = 2;

    /// <summary>Folds and packs; the network is borrowed and unchanged.</summary>
    public static PackedNetwork From(PyramidNetwork network)
    {
        using TorchSharp.DisposeScope scope = NewDisposeScope();
        using (no_grad()) return new PackedNetwork([.. Pack(network)]);
    }

    /// <summary>A picture without what is left of its last row and column of cells.</summary>
    /// <param name="picture">[N, C, H, W]. Borrowed.</param>
    internal static Tensor WholeCells(Tensor picture) =>
        picture.narrow(2, 0, picture.shape[2] / Cell * Cell).narrow(3, 0, picture.shape[3] / Cell * Cell);

    private static IEnumerable<PackedConvolution> Pack(PyramidNetwork network)
    {
        (int stem, int channels, _, int tail) = network.Size;
        FoldedConvolution first = network.Stem.Fold();
        yield return PackedConvolution.FromImpulses(first.Linear, first.Bias, Cell, HalfCell, 3, relu: true);
        FoldedConvolution down = network.Down.Fold();
        yield return PackedConvolution.FromImpulses(down.Linear, down.Bias, HalfCell, 1, stem, relu: true);
        foreach (ResidualBlock block in network.Blocks)
        {
            (FoldedConvolution inner, FoldedConvolution outer) = (block.First.Fold(), block.Second.Fold());
            yield return PackedConvolution.FromImpulses(inner.Linear, inner.Bias, 1, 1, channels, relu: true);
            yield return PackedConvolution.FromImpulses(outer.Linear, outer.Bias, 1, 1, channels, relu: true, addsInput: true);
        }
        FoldedConvolution up = network.Up.Fold();
        yield return PackedConvolution.FromImpulses(x => up.Linear(PyramidNetwork.UpsampleForHead(x)), up.Bias, 1, HalfCell, channels, relu: true);
        FoldedConvolution pixels = new(network.Pixels.weight!.detach(), network.Pixels.bias!.detach(), 1, 0);
        yield return PackedConvolution.FromImpulses(x => pixels.Linear(PyramidNetwork.UpsampleForPixels(x)), pixels.Bias, HalfCell, Cell, tail, relu: false);
    }
}
