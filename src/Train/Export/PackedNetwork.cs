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

    /// <summary>The size of the network that was packed; <see langword="null"/> if these layers are no packed pyramid's.</summary>
    public NetworkSize? Size => Layers.Count >= 4 && Layers.Count % 2 == 0 && Layers[0].InChannels == 3 * Cell * Cell && Layers[^1].OutChannels == 3 * Cell * Cell
        ? new NetworkSize(Layers[0].OutChannels / (HalfCell * HalfCell), Layers[1].OutChannels, (Layers.Count - 4) / 2, Layers[^1].InChannels / (HalfCell * HalfCell))
        : null;

    /// <summary>Turns a network back into what can learn: the inverse of <see cref="From"/>. Frozen it paints the same, and much the same with the norms of its beginning.</summary>
    /// <param name="network">Of this size; it is overwritten. Borrowed.</param>
    /// <param name="photos">Float32 [1, 3, H, W] each, RGB, normalised, H and W multiples of 4: the norms get their statistics from these. Borrowed.</param>
    public void CopyTo(PyramidNetwork network, IReadOnlyList<Tensor> photos)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(network.Size, Size);
        using TorchSharp.DisposeScope scope = NewDisposeScope();
        using (no_grad())
        {
            IReadOnlyList<Tensor> features = Unpack(network.Stem, Layers[0], Cell, HalfCell, photos);
            features = Unpack(network.Down, Layers[1], HalfCell, 1, features);
            foreach ((int index, ResidualBlock block) in network.Blocks.Index())
            {
                IReadOnlyList<Tensor> middle = Unpack(block.First, Layers[2 + 2 * index], 1, 1, features);
                features = [.. Unpack(block.Second, Layers[3 + 2 * index], 1, 1, middle).Zip(features, (change, input) => nn.functional.relu(input + change))];
            }
            Unpack(network.Up, Layers[^2], 1, HalfCell, features, PyramidNetwork.UpsampleForHead);
            FoldedConvolution pixels = ToPixels(network);
            (Tensor kernel, Tensor bias) = Layers[^1].Unpack(
                (picture, unit) => (pixels with { Kernel = unit }).Linear(PyramidNetwork.UpsampleForPixels(picture)), (int)pixels.Kernel.shape[2], HalfCell, Cell);
            pixels.Kernel.copy_(kernel);
            pixels.Bias.copy_(bias);
        }
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
        FoldedConvolution pixels = ToPixels(network);
        yield return PackedConvolution.FromImpulses(x => pixels.Linear(PyramidNetwork.UpsampleForPixels(x)), pixels.Bias, HalfCell, Cell, tail, relu: false);
    }

    /// <summary>The last convolution has no norm: its kernel and bias are the network's own.</summary>
    private static FoldedConvolution ToPixels(PyramidNetwork network) => new(network.Pixels.weight!.detach(), network.Pixels.bias!.detach(), 1, 0);

    /// <param name="layer">Overwritten.</param>
    /// <param name="packed">What the layer was packed to.</param>
    /// <param name="inCell">Side of an input cell in pixels of the layer's input.</param>
    /// <param name="outCell">Side of an output cell in pixels of its output.</param>
    /// <param name="inputs">What the layer is given, or what <paramref name="before"/> it is.</param>
    /// <param name="before">What was packed with the layer.</param>
    /// <returns>What the layer makes of the inputs.</returns>
    private static IReadOnlyList<Tensor> Unpack(
        ConvNormRelu layer, PackedConvolution packed, int inCell, int outCell, IReadOnlyList<Tensor> inputs, Func<Tensor, Tensor>? before = null)
    {
        before ??= input => input;
        FoldedConvolution form = layer.Fold();
        (Tensor kernel, Tensor bias) = packed.Unpack((picture, unit) => (form with { Kernel = unit }).Linear(before(picture)), (int)form.Kernel.shape[2], inCell, outCell);
        return layer.Unfold(form with { Kernel = kernel, Bias = bias }, [.. inputs.Select(before)]);
    }
}
