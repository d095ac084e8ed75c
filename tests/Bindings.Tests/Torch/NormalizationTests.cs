using TorchSharp;
using TorchSharp.Modules;
using static LiveStyle.Bindings.Tests.Torch.GradientCheck;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace LiveStyle.Bindings.Tests.Torch;

public sealed class NormalizationTests : IDisposable
{
    private readonly DisposeScope _scope = NewDisposeScope();

    [Fact]
    public void Instance_norm_gradient_equals_finite_differences()
    {
        Tensor weight = Random(3);
        Tensor bias = Random(3);
        Tensor input = Random(2, 3, 4, 4);
        AssertEqualsFiniteDifferences(x => F.instance_norm(x, null, null, weight, bias), input);
        AssertEqualsFiniteDifferences(x => F.instance_norm(input, null, null, x, bias), weight);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Batch_norm_gradient_equals_finite_differences(bool training)
    {
        Tensor weight = Random(3);
        AssertEqualsFiniteDifferences(
            x => F.batch_norm(x, zeros(3, float64), ones(3, float64), weight, weight, training), Random(2, 3, 4, 4));
    }

    [Fact]
    public void InstanceNorm2d_learns_nothing_unless_told_to()
    {
        using InstanceNorm2d plain = nn.InstanceNorm2d(4);
        Assert.Empty(plain.parameters());
        Assert.Empty(plain.named_buffers());

        using InstanceNorm2d affine = nn.InstanceNorm2d(4, 1e-5, 0.1, true, true);
        Assert.Equal(["weight", "bias"], affine.named_parameters().Select(p => p.name));
        Assert.Equal(["running_mean", "running_var", "num_batches_tracked"], affine.named_buffers().Select(b => b.name));
    }

    [Fact]
    public void BatchNorm2d_learns_and_tracks_unless_told_not_to()
    {
        using BatchNorm2d norm = nn.BatchNorm2d(4);
        Assert.Equal(2, norm.parameters().Count());
        Assert.Equal(3, norm.named_buffers().Count());
    }

    [Fact]
    public void InstanceNorm2d_gives_each_channel_mean_0_and_variance_1()
    {
        using InstanceNorm2d norm = nn.InstanceNorm2d(3);
        Tensor output = norm.call((rand(2, 3, 16, 16) * 7) + 3);
        Assert.True(output.mean([2L, 3L]).abs().max().item<float>() < 1e-5);
        Assert.True((output.var([2L, 3L], false) - 1).abs().max().item<float>() < 1e-3);
    }

    [Fact]
    public void InstanceNorm2d_tracks_running_statistics_in_training_and_uses_them_in_evaluation()
    {
        using InstanceNorm2d norm = nn.InstanceNorm2d(1, 1e-5, 0.1, false, true);
        Tensor input = tensor([1f, 2f, 3f, 6f], [1, 1, 2, 2]);
        norm.call(input);
        Tensor mean = norm.named_buffers().First(b => b.name == "running_mean").buffer;
        Tensor variance = norm.named_buffers().First(b => b.name == "running_var").buffer;
        Assert.Equal(0.1 * 3, mean.item<float>(), 1e-6);
        Assert.Equal(0.9 + (0.1 * 14 / 3), variance.item<float>(), 1e-6); // the unbiased variance: 14 / (4 - 1)

        norm.eval();
        Tensor expected = (input - 0.3) / Math.Sqrt(0.9 + (0.1 * 14 / 3) + 1e-5);
        Assert.True(norm.call(input).allclose(expected, 1e-5, 1e-6));
    }

    [Fact]
    public void BatchNorm2d_counts_batches_in_training_only()
    {
        using BatchNorm2d norm = nn.BatchNorm2d(2);
        norm.call(rand(2, 2, 3, 3));
        norm.call(rand(2, 2, 3, 3));
        norm.eval();
        norm.call(rand(2, 2, 3, 3));
        Assert.Equal(2L, norm.num_batches_tracked!.item<long>());
    }

    public void Dispose() => _scope.Dispose();
}
