using TorchSharp;
using TorchSharp.Modules;
using static LiveStyle.Bindings.Tests.Torch.GradientCheck;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace LiveStyle.Bindings.Tests.Torch;

public sealed class ConvolutionTests : IDisposable
{
    private readonly DisposeScope _scope = NewDisposeScope();

    [Theory]
    [InlineData(1, 1, 1, 1)]
    [InlineData(2, 1, 1, 1)]
    [InlineData(1, 2, 2, 1)]
    [InlineData(1, 0, 1, 2)]
    public void Conv2d_gradient_equals_finite_differences(long stride, long padding, long dilation, long groups)
    {
        Tensor input = Random(2, 4, 6, 5);
        Tensor weight = Random(2, 4 / groups, 3, 3);
        Tensor bias = Random(2);
        Tensor Convolve(Tensor i, Tensor w, Tensor b) =>
            F.conv2d(i, w, b, [stride, stride], [padding, padding], [dilation, dilation], groups);

        AssertEqualsFiniteDifferences(x => Convolve(x, weight, bias), input);
        AssertEqualsFiniteDifferences(x => Convolve(input, x, bias), weight);
        AssertEqualsFiniteDifferences(x => Convolve(input, weight, x), bias);
    }

    [Fact]
    public void Conv2d_sums_products_over_the_window()
    {
        Tensor input = arange(9, float32).reshape(1, 1, 3, 3);
        Tensor weight = tensor([1f, 10f, 100f, 1000f], [1, 1, 2, 2]);
        Tensor output = F.conv2d(input, weight, tensor([0.5f], [1]));
        // Top left window: 0*1 + 1*10 + 3*100 + 4*1000.
        Assert.Equal([4310.5f, 5421.5f, 7643.5f, 8754.5f], output.data<float>().ToArray());
    }

    [Fact]
    public void Conv2d_module_takes_stride_padding_dilation_mode_groups_bias_in_this_order()
    {
        using Conv2d conv = nn.Conv2d(4, 6, 3, 2, 1, 1, PaddingModes.Zeros, 2, false);
        Assert.Equal([6, 2, 3, 3], conv.weight.shape);
        Assert.Null(conv.bias);
        Assert.Equal([1, 6, 4, 5], conv.call(zeros(1, 4, 8, 10)).shape);
    }

    [Fact]
    public void Conv2d_with_reflection_equals_reflecting_first()
    {
        using Conv2d conv = nn.Conv2d(2, 3, 3, 1, 1, 1, PaddingModes.Reflect);
        Tensor input = rand(1, 2, 5, 5);
        Tensor reflected = F.pad(input, [1, 1, 1, 1], PaddingModes.Reflect);
        Assert.True(conv.call(input).allclose(F.conv2d(reflected, conv.weight, conv.bias), 1e-5, 1e-6));
    }

    [Fact]
    public void Conv2d_starts_with_weights_within_one_over_root_fan_in()
    {
        using Conv2d conv = nn.Conv2d(16, 32, 3);
        float bound = 1 / MathF.Sqrt(16 * 9);
        Assert.InRange(conv.weight.abs().max().item<float>(), bound * 0.95f, bound);
        Assert.InRange(conv.bias!.abs().max().item<float>(), 0, bound);
    }

    [Fact]
    public void Pools_take_the_largest_value_and_the_mean_of_each_window()
    {
        Tensor input = arange(16, float32).reshape(1, 1, 4, 4);
        Assert.Equal([5f, 7f, 13f, 15f], F.max_pool2d(input, [2, 2], [2, 2]).data<float>().ToArray());
        Assert.Equal([2.5f, 4.5f, 10.5f, 12.5f], F.avg_pool2d(input, [2, 2], [2, 2]).data<float>().ToArray());
        using MaxPool2d max = nn.MaxPool2d(2, 2);
        using AvgPool2d mean = nn.AvgPool2d(2, 2);
        Assert.Equal(15f, max.call(input).max().item<float>());
        Assert.Equal(2.5f, mean.call(input).min().item<float>());
    }

    [Fact]
    public void Unfold_lays_each_window_out_as_a_column()
    {
        Tensor columns = F.unfold(arange(9, float32).reshape(1, 1, 3, 3), 2);
        Assert.Equal([1, 4, 4], columns.shape);
        Assert.Equal([0f, 1f, 3f, 4f], columns[0, TensorIndex.Colon, 0].contiguous().data<float>().ToArray());
    }

    public void Dispose() => _scope.Dispose();
}
