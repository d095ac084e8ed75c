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

    [Fact]
    public void Style_loss_at_two_scales_sees_what_repeats_beyond_a_layers_window()
    {
        using DisposeScope scope = NewDisposeScope();
        using LossNetwork network = LossNetwork.Load(TinyLossNetwork.Write(_folder.Path));
        manual_seed(4);
        Tensor photo = rand(1, 3, 32, 32);
        Tensor painting = rand(1, 3, 64, 64);
        Tensor weave = painting.clone();
        weave.narrow(2, 0, 32).copy_(painting.narrow(2, 32, 32)); // the same textures, other places
        using PerceptualLoss one = new(network, ["relu1_2"], "relu1_2", painting, [photo]);
        using PerceptualLoss two = new(network, ["relu1_2"], "relu1_2", painting, [photo], scales: 2);
        Assert.Equal(0, two.StyleLosses(two.Features(painting))[0].item<float>(), 6);
        Assert.Equal(1, two.StyleLosses(two.Features(photo))[0].item<float>(), 4);
        Assert.Equal(2, two.Features(weave).Count);
        Tensor small = nn.functional.avg_pool2d(painting, [2, 2], [2, 2]);
        using PerceptualLoss half = new(network, ["relu1_2"], "relu1_2", small, [nn.functional.avg_pool2d(photo, [2, 2], [2, 2])]);
        double mean = (one.StyleLosses(one.Features(weave))[0].item<float>() + half.StyleLosses(half.Features(nn.functional.avg_pool2d(weave, [2, 2], [2, 2])))[0].item<float>()) / 2;
        Assert.Equal(mean, two.StyleLosses(two.Features(weave))[0].item<float>(), 4);
    }

    [Fact]
    public void Style_loss_of_a_batch_is_that_of_its_statistics_together()
    {
        using DisposeScope scope = NewDisposeScope();
        using LossNetwork network = LossNetwork.Load(TinyLossNetwork.Write(_folder.Path));
        manual_seed(5);
        (Tensor calm, Tensor busy) = (full([1, 3, 32, 32], 0.5f), rand(1, 3, 32, 32));
        using PerceptualLoss judge = new(network, ["relu1_1"], "relu1_1", (calm + busy) * 0.5, [busy]);
        double together = judge.StyleLosses(judge.Features(cat([calm, busy], 0)))[0].item<float>();
        double apart = (judge.StyleLosses(judge.Features(calm))[0].item<float>() + judge.StyleLosses(judge.Features(busy))[0].item<float>()) / 2;
        Assert.True(together < apart);
    }

    [Fact]
    public void Grid_loss_sees_a_weave_of_four_pixels_and_neither_slopes_nor_other_textures()
    {
        using DisposeScope scope = NewDisposeScope();
        manual_seed(6);
        Tensor along = arange(128).to_type(ScalarType.Float32).view(1, 1, 1, 128).expand(1, 3, 128, 128);
        Tensor weave = (along * (Math.PI / 2)).cos() * 0.1 + 0.5;
        Tensor other = (along * (Math.PI * 2 / 7)).cos() * 0.1 + 0.5;
        double seen = GridLoss.Of(weave).item<float>();
        Assert.Equal(0.005, seen, 4); // the mean square of the wave
        Assert.InRange(GridLoss.Of(other).item<float>(), 0, seen / 20);
        Assert.InRange(GridLoss.Of(along * 0.01).item<float>(), 0, seen / 1000);
        Assert.InRange(GridLoss.Of(rand(1, 3, 128, 128) * 0.35).item<float>(), 0, seen / 10); // noise of the same power
    }

    public void Dispose() => _folder.Dispose();
}
