using LiveStyle.Train.Losses;
using TorchSharp;
using static TorchSharp.torch;

namespace LiveStyle.Train.Tests;

public sealed class LossTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void Gram_matrix_is_the_mean_product_of_channels()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor features = tensor([1f, 2f, 3f, 4f, 0f, 1f, 0f, 2f], [1, 2, 2, 2]);
        Assert.Equal([30f / 8, 10f / 8, 10f / 8, 5f / 8], Gram.Matrix(features).data<float>().ToArray());
    }

    [Fact]
    public void Gram_matrix_does_not_care_where_things_are()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor features = rand(1, 4, 6, 6);
        Assert.True((Gram.Matrix(features) - Gram.Matrix(features.flip(2, 3))).abs().max().item<float>() < 1e-6f);
    }

    [Fact]
    public void Total_variation_of_a_ramp_is_its_slope()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor ramp = arange(8).to_type(ScalarType.Float32).view(1, 1, 1, 8).expand(1, 1, 4, 8) * 0.1;
        Assert.Equal(0.1f, TotalVariation.Of(ramp).item<float>(), 5);
    }

    [Fact]
    public void Style_loss_is_zero_for_the_painting_one_for_photos_and_content_loss_zero_for_the_photo_itself()
    {
        using DisposeScope scope = NewDisposeScope();
        using LossNetwork network = LossNetwork.Load(TinyLossNetwork.Write(_folder.Path));
        manual_seed(3);
        Tensor painting = rand(1, 3, 32, 32);
        Tensor photo = nn.functional.interpolate(rand(1, 3, 8, 8), [32, 32]) * 0.5;
        using PerceptualLoss judge = new(network, ["relu1_2", "relu2_1"], "relu1_2", painting, [photo]);
        Assert.All(judge.StyleLosses(judge.Features(painting)), loss => Assert.Equal(0, loss.item<float>(), 6));
        Assert.All(judge.StyleLosses(judge.Features(photo)), loss => Assert.Equal(1, loss.item<float>(), 4));
        Assert.Equal(0, judge.ContentLoss(judge.Features(photo), judge.ContentTarget(photo)).item<float>(), 6);
        Assert.True(judge.ContentLoss(judge.Features(painting), judge.ContentTarget(photo)).item<float>() > 0.01f);
    }

    public void Dispose() => _folder.Dispose();
}
