using LiveStyle.Train.Networks;
using TorchSharp;
using static TorchSharp.torch;

namespace LiveStyle.Train.Tests;

public sealed class FreezableNormTests
{
    [Fact]
    public void Unfrozen_norm_gives_each_channel_of_each_picture_mean_zero_and_variance_one()
    {
        using DisposeScope scope = NewDisposeScope();
        using FreezableNorm norm = new(3);
        Tensor output = norm.call(randn(2, 3, 16, 16) * 5 + 2);
        Assert.InRange(output.mean([2, 3]).abs().max().item<float>(), 0, 1e-4f);
        Assert.InRange((output.square().mean([2, 3]) - 1).abs().max().item<float>(), 0, 1e-3f);
    }

    [Fact]
    public void Frozen_norm_is_the_affine_map_that_it_folds_to_and_no_longer_learns_statistics()
    {
        using DisposeScope scope = NewDisposeScope();
        using FreezableNorm norm = new(3);
        for (int step = 0; step < 50; step++) norm.call(randn(2, 3, 16, 16) * 5 + 2);
        norm.Frozen = 1;
        Tensor input = randn(1, 3, 8, 8);
        (Tensor scale, Tensor shift) = norm.AsAffine();
        Tensor expected = input * scale.view(1, -1, 1, 1) + shift.view(1, -1, 1, 1);
        Assert.InRange((norm.call(input) - expected).abs().max().item<float>(), 0, 1e-5f);
        norm.call(input + 100);
        Assert.InRange((norm.call(input) - expected).abs().max().item<float>(), 0, 1e-5f);
    }

    [Fact]
    public void Half_frozen_norm_lies_half_way()
    {
        using DisposeScope scope = NewDisposeScope();
        using FreezableNorm norm = new(2);
        Tensor input = randn(1, 2, 16, 16) * 3;
        Tensor fresh = norm.call(input);
        norm.Frozen = 0.5;
        Tensor half = norm.call(input);
        norm.Frozen = 1;
        // The running statistics move a little at each unfrozen step: the last two outputs share the same ones.
        Tensor frozen = norm.call(input);
        Assert.InRange((half - (fresh + frozen) * 0.5).abs().max().item<float>(), 0, 1e-4f);
    }

    [Fact]
    public void Half_frozen_norm_can_be_used_twice_before_the_gradient_is_taken()
    {
        using DisposeScope scope = NewDisposeScope();
        using FreezableNorm norm = new(2) { Frozen = 0.5 };
        Tensor loss = norm.call(randn(1, 2, 8, 8)).square().sum() + norm.call(randn(1, 2, 8, 8)).square().sum();
        loss.backward();
        Assert.All(norm.parameters(), parameter => Assert.NotNull(parameter.grad));
    }
}
