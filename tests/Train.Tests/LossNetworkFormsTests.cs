using LiveStyle.Frames;
using LiveStyle.Train.Losses;
using TorchSharp;
using static TorchSharp.torch;

namespace LiveStyle.Train.Tests;

/// <summary>The forms that a loss network's file may have, each against a forward pass written out here.</summary>
public sealed class LossNetworkFormsTests : IDisposable
{
    // Places of the convolutions in torchvision's vgg16 and vgg19.
    private static readonly int[] Vgg16 = [0, 2, 5, 7, 10, 12, 14, 17, 19, 21, 24, 26, 28];
    private static readonly int[] Vgg19 = [0, 2, 5, 7, 10, 12, 14, 16, 19, 21, 23, 25, 28, 30, 32, 34];

    private readonly TemporaryFolder _folder = new();
    private readonly DisposeScope _scope = NewDisposeScope();

    [Theory]
    [InlineData(16, "relu3_3", "relu4_3", "relu5_3", 13)]
    [InlineData(19, "relu3_4", "relu4_4", "relu5_4", 16)]
    public void Vgg_with_torchvisions_names_has_its_layers_and_sees_normalised_pictures(int depth, string third, string fourth, string fifth, int layers)
    {
        int[] places = depth == 16 ? Vgg16 : Vgg19;
        Dictionary<string, Tensor> weights = Weights(places);
        weights["classifier.0.weight"] = rand(7, 5);
        using LossNetwork network = LossNetwork.Load(Save(weights));
        Assert.Equal(layers, network.Layers.Count());
        Tensor pictures = rand(2, 3, 32, 48);
        Dictionary<string, Tensor> features = network.Features(pictures, ["relu1_2", third, fourth, fifth]);

        Tensor x = (pictures - tensor([0.485f, 0.456f, 0.406f], [1, 3, 1, 1])) / tensor([0.229f, 0.224f, 0.225f], [1, 3, 1, 1]);
        int place = 0;
        foreach (string last in (string[])["relu1_2", "relu2_2", third, fourth, fifth])
        {
            for (; weights.ContainsKey($"features.{place}.weight"); place += 2)
                x = Reflected(x, weights[$"features.{place}.weight"], weights[$"features.{place}.bias"]).relu();
            if (features.TryGetValue(last, out Tensor? seen)) AssertSame(x, seen);
            x = nn.functional.max_pool2d(x, [2L, 2L], [2L, 2L]);
            place++;
        }
    }

    [Fact]
    public void Vgg_that_ends_early_is_read_as_far_as_it_goes()
    {
        using LossNetwork network = LossNetwork.Load(Save(Weights(Vgg19[..5])));
        Assert.Equal(["relu1_1", "relu1_2", "relu2_1", "relu2_2", "relu3_1"], network.Layers);
    }

    [Fact]
    public void Factored_convolution_is_a_thin_one_and_a_mixing_one()
    {
        Dictionary<string, Tensor> weights = new()
        {
            ["conv1_1.weight"] = randn(6, 3, 3, 3),
            ["conv1_1.bias"] = randn(6),
            ["conv1_2.reduce.weight"] = randn(2, 6, 3, 3),
            ["conv1_2.expand.weight"] = randn(8, 2, 1, 1),
            ["conv1_2.expand.bias"] = randn(8),
        };
        using LossNetwork network = LossNetwork.Load(Save(weights));
        Assert.Equal(["relu1_1", "relu1_2"], network.Layers);
        Tensor pictures = rand(1, 3, 10, 12);
        Tensor first = Reflected(pictures, weights["conv1_1.weight"], weights["conv1_1.bias"]).relu();
        Tensor thin = Reflected(first, weights["conv1_2.reduce.weight"], null);
        Tensor expected = nn.functional.conv2d(thin, weights["conv1_2.expand.weight"], weights["conv1_2.expand.bias"]).relu();
        AssertSame(expected, network.Features(pictures, ["relu1_2"])["relu1_2"]);
    }

    [Fact]
    public void Vgg_of_another_kind_is_refused()
    {
        Refused(Weights([0, 3, 6, 8, 11, 13, 16, 18]), "not those of VGG-16 or VGG-19"); // vgg11
        Refused(Weights([0, 1, 3, 4, 7, 8]), "batch normalisation");
        Refused(Weights([2, 5]), "not those of VGG-16 or VGG-19");
    }

    [Fact]
    public void Layers_that_do_not_fit_are_named()
    {
        Refused(new() { ["conv1_1.weight"] = rand(4, 3, 3, 3) }, "'conv1_1.bias' is missing");
        Refused(new() { ["conv1_1.weight"] = rand(4, 3, 5, 5), ["conv1_1.bias"] = rand(4) }, "'conv1_1.weight' has the shape [4, 3, 5, 5], not [any, 3, 3, 3]");
        Refused(new() { ["conv1_2.weight"] = rand(4, 3, 3, 3), ["conv1_2.bias"] = rand(4) }, "a convolution before conv1_2 is missing");
        Refused(new() { ["conv1_1.reduce.weight"] = rand(2, 3, 3, 3), ["conv1_1.expand.weight"] = rand(4, 3, 1, 1) }, "'conv1_1.expand.weight' has the shape");
        Dictionary<string, Tensor> vgg = Weights(Vgg16);
        vgg["features.5.weight"] = rand(4, 9, 3, 3);
        Refused(vgg, "'conv2_1.weight' has the shape");
    }

    [Fact]
    public void Saved_weights_come_back_the_same_beside_their_metadata()
    {
        Tensor turned = arange(12).to_type(ScalarType.Float32).view(3, 4).t(); // not contiguous
        Dictionary<string, Tensor> saved = new() { ["b"] = turned, ["a.weight"] = randn(2, 3, 1, 1), ["none"] = zeros(0) };
        Safetensors.Save(_folder.File("w"), saved, new Dictionary<string, string> { ["licence"] = "none of \"ours\"" });
        Dictionary<string, Tensor> read = Safetensors.Load(_folder.File("w"));
        Assert.Equal(["a.weight", "b", "none"], read.Keys.Order());
        foreach ((string name, Tensor tensor) in read) Assert.True(tensor.equal(saved[name]), name);
        Assert.Equal(["b"], Safetensors.Load(_folder.File("w"), name => name == "b").Keys);
        Assert.Equal(["w"], Directory.EnumerateFiles(_folder.Path).Select(Path.GetFileName)); // nothing half-written beside it
        Assert.Throws<MediaUnwritableException>(() => Safetensors.Save(_folder.File("no/w"), saved));
    }

    [Fact]
    public void Shipped_network_is_found_among_the_models_and_the_option_is_named_where_there_is_none()
    {
        string[] models = [_folder.File("gone"), _folder.Path];
        Assert.Contains("--loss-network FILE", Assert.Throws<ModelInvalidException>(() => ShippedLossNetwork.Find(null, models)).Message, StringComparison.Ordinal);
        Directory.CreateDirectory(_folder.File("loss-network"));
        File.WriteAllText(_folder.File("loss-network/ours.safetensors"), "");
        Assert.Equal(_folder.File("loss-network/ours.safetensors"), ShippedLossNetwork.Find(null, models));
        Assert.Equal("mine", ShippedLossNetwork.Find("mine", models));
    }

    public void Dispose()
    {
        _scope.Dispose();
        _folder.Dispose();
    }

    /// <summary>Random convolutions at torchvision's places, with few channels.</summary>
    private static Dictionary<string, Tensor> Weights(int[] places)
    {
        manual_seed(7);
        Dictionary<string, Tensor> weights = [];
        for (int index = 0; index < places.Length; index++)
        {
            (long inputs, long outputs) = (index == 0 ? 3 : 3 + (index - 1) / 2, 3 + index / 2);
            weights[$"features.{places[index]}.weight"] = randn(outputs, inputs, 3, 3) * (1 / Math.Sqrt(4.5 * inputs));
            weights[$"features.{places[index]}.bias"] = randn(outputs) * 0.1;
        }

        return weights;
    }

    private static Tensor Reflected(Tensor x, Tensor weight, Tensor? bias) =>
        nn.functional.conv2d(nn.functional.pad(x, [1, 1, 1, 1], PaddingModes.Reflect), weight, bias);

    private static void AssertSame(Tensor expected, Tensor actual)
    {
        Assert.Equal(expected.shape, actual.shape);
        Assert.InRange((expected - actual).abs().max().item<float>(), 0, 1e-4f);
        Assert.True(actual.max().item<float>() > 0.01f, "nothing came through to compare");
    }

    private string Save(Dictionary<string, Tensor> weights)
    {
        Safetensors.Save(_folder.File("network.safetensors"), weights);
        return _folder.File("network.safetensors");
    }

    private void Refused(Dictionary<string, Tensor> weights, string reason)
    {
        string message = Assert.Throws<ModelInvalidException>(() => LossNetwork.Load(Save(weights))).Message;
        Assert.Contains(reason, message, StringComparison.Ordinal);
    }
}
