using System.Text;
using LiveStyle.Frames;
using LiveStyle.Train.Losses;
using TorchSharp;
using static TorchSharp.torch;

namespace LiveStyle.Train.Tests;

public sealed class LossNetworkTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void Layers_are_named_and_sized_as_in_vgg()
    {
        using LossNetwork network = LossNetwork.Load(TinyLossNetwork.Write(_folder.Path));
        Assert.Equal(["relu1_1", "relu1_2", "relu2_1"], network.Layers);
        using DisposeScope scope = NewDisposeScope();
        Dictionary<string, Tensor> features = network.Features(rand(2, 3, 16, 24), ["relu1_2", "relu2_1"]);
        Assert.Equal([2, 8, 16, 24], features["relu1_2"].shape);
        Assert.Equal([2, 12, 8, 12], features["relu2_1"].shape);
        Assert.True(features["relu2_1"].min().item<float>() >= 0);
    }

    [Fact]
    public void Layer_that_is_not_there_is_named_with_those_that_are()
    {
        using LossNetwork network = LossNetwork.Load(TinyLossNetwork.Write(_folder.Path));
        using Tensor picture = rand(1, 3, 8, 8);
        ModelInvalidException problem = Assert.Throws<ModelInvalidException>(() => network.Features(picture, ["relu5_1"]));
        Assert.Contains("relu5_1", problem.Message, StringComparison.Ordinal);
        Assert.Contains("relu2_1", problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "begin")]
    [InlineData("this is a text and no network", "begin")]
    public void File_of_another_kind_is_refused(string content, string reason)
    {
        File.WriteAllText(_folder.File("x.safetensors"), content);
        ModelInvalidException problem = Assert.Throws<ModelInvalidException>(() => LossNetwork.Load(_folder.File("x.safetensors")));
        Assert.Contains(reason, problem.Message, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Model, problem.ExitCode);
    }

    [Fact]
    public void Missing_truncated_foreign_and_half_precision_files_are_refused()
    {
        Assert.Throws<ModelInvalidException>(() => LossNetwork.Load(_folder.File("missing.safetensors")));
        string whole = TinyLossNetwork.Write(_folder.Path);
        File.WriteAllBytes(_folder.File("cut"), File.ReadAllBytes(whole)[..^100]);
        Assert.Contains("incomplete", Assert.Throws<ModelInvalidException>(() => LossNetwork.Load(_folder.File("cut"))).Message, StringComparison.Ordinal);
        Refused("""{"conv1_1.weight":{"dtype":"F16","shape":[1],"data_offsets":[0,2]}}""", "F32");
        Refused("""{"linear.weight":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}}""", "VGG");
        Refused("""{"conv1_1.weight":{"dtype":"F32"}}""", "damaged");
    }

    public void Dispose() => _folder.Dispose();

    private void Refused(string header, string reason)
    {
        string path = TinyLossNetwork.Write(_folder.File("y.safetensors"), Encoding.UTF8.GetBytes(header), new byte[8]);
        Assert.Contains(reason, Assert.Throws<ModelInvalidException>(() => LossNetwork.Load(path)).Message, StringComparison.Ordinal);
    }
}
