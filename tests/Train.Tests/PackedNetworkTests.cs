using LiveStyle.Train.Export;
using LiveStyle.Train.Networks;
using TorchSharp;
using static TorchSharp.torch;

namespace LiveStyle.Train.Tests;

/// <summary>The packed network in ONNX Runtime is the trained network in libtorch.</summary>
public sealed class PackedNetworkTests
{
    private static readonly NetworkSize Small = new(4, 8, 2, 6);

    [Theory]
    [InlineData(4, 4)]
    [InlineData(8, 20)]
    [InlineData(44, 32)]
    public void Packed_network_in_onnx_runtime_equals_the_trained_one_at_every_pixel(int height, int width)
    {
        using DisposeScope scope = NewDisposeScope();
        using PyramidNetwork network = Networks.WithStatistics(Small);
        Tensor picture = rand(1, 3, height, width);
        Tensor expected;
        using (no_grad()) expected = network.call(picture);
        Tensor actual = RunPacked(network, picture);
        Assert.Equal(expected.shape, actual.shape);
        Assert.InRange((expected - actual).abs().max().item<float>(), 0, 1e-3f);
    }

    [Fact]
    public void Balanced_network_packs_to_the_layers_that_the_design_names_and_equals_the_trained_one()
    {
        using DisposeScope scope = NewDisposeScope();
        using PyramidNetwork network = Networks.WithStatistics(NetworkSize.Balanced);
        PackedNetwork packed = PackedNetwork.From(network);
        Assert.Equal([(48, 64), (64, 48), .. Enumerable.Repeat((48, 48), 8), (48, 96), (96, 48)], packed.Layers.Select(layer => (layer.InChannels, layer.OutChannels)));
        Assert.InRange(network.ParameterCount, 180_000, 195_000);
        Assert.Equal(new CellWindow(1, 1, 1, 1), packed.Layers[0].Window);
        Assert.Equal(new CellWindow(1, 0, 1, 0), packed.Layers[1].Window); // a 3x3 window of stride 2 never reads the cell below or to the right
        Tensor picture = rand(1, 3, 64, 48);
        Tensor expected;
        using (no_grad()) expected = network.call(picture);
        Assert.InRange((expected - RunPacked(network, picture)).abs().max().item<float>(), 0, 1e-3f);
    }

    [Fact]
    public void Map_that_reaches_beyond_the_neighbouring_cell_is_refused()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor wide = rand(1, 1, 5, 5);
        Assert.Throws<ArgumentException>(() => PackedConvolution.FromImpulses(
            x => nn.functional.conv2d(x, wide, null, [1L, 1L], [2L, 2L]), zeros(1), 1, 1, 1, relu: false));
    }

    [Theory]
    [InlineData(8, 24, 3, 12)]
    [InlineData(4, 8, 2, 6)]
    public void Unpacked_network_paints_as_the_packed_one_and_packs_to_the_same_again(int stem, int channels, int blocks, int tail)
    {
        using DisposeScope scope = NewDisposeScope();
        NetworkSize size = new(stem, channels, blocks, tail);
        using PyramidNetwork network = Networks.WithStatistics(size);
        PackedNetwork packed = PackedNetwork.From(network);
        Assert.Equal(size, packed.Size);
        using PyramidNetwork copy = new(size) { Frozen = 1 };
        Tensor[] photos = [.. Enumerable.Range(0, 4).Select(_ => rand(1, 3, 64, 48))];
        packed.CopyTo(copy, photos);
        foreach ((PackedConvolution before, PackedConvolution after) in packed.Layers.Zip(PackedNetwork.From(copy).Layers))
            Assert.InRange((tensor(before.Kernel) - tensor(after.Kernel)).abs().max().item<float>(), 0, 1e-6f);
        using (no_grad())
        {
            Tensor expected = network.call(photos[0]);
            Assert.InRange((expected - copy.call(photos[0])).abs().max().item<float>(), 0, 1e-4f);
            copy.Frozen = 0; // as guides begin: each picture's own statistics, which are near those of the others
            Assert.InRange((expected - copy.call(photos[0])).abs().mean().item<float>() / expected.@var().sqrt().item<float>(), 1e-4f, 0.2f);
        }
    }

    private static Tensor RunPacked(PyramidNetwork network, Tensor picture)
    {
        Tensor cells = nn.functional.pixel_unshuffle(picture, 4).contiguous();
        return nn.functional.pixel_shuffle(OnnxRun.Paint(OnnxWriter.Serialize(PackedNetwork.From(network), "test"), cells), 4);
    }
}
