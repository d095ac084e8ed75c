using TorchSharp;
using TorchSharp.Modules;
using static LiveStyle.Bindings.Tests.Torch.GradientCheck;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace LiveStyle.Bindings.Tests.Torch;

public sealed class ImageFunctionTests : IDisposable
{
    private readonly DisposeScope _scope = NewDisposeScope();

    [Theory]
    [InlineData(GridSamplePaddingMode.Zeros)]
    [InlineData(GridSamplePaddingMode.Border)]
    [InlineData(GridSamplePaddingMode.Reflection)]
    public void Grid_sample_gradient_equals_finite_differences(GridSamplePaddingMode padding)
    {
        Tensor input = Random(1, 2, 5, 4);
        Tensor grid = Random(1, 3, 3, 2).tanh() * 0.9; // away from the kinks at the border
        AssertEqualsFiniteDifferences(x => F.grid_sample(x, grid, GridSampleMode.Bilinear, padding, false), input);
        AssertEqualsFiniteDifferences(x => F.grid_sample(input, x, GridSampleMode.Bilinear, padding, false), grid);
    }

    [Fact]
    public void Grid_sample_at_every_pixel_gives_the_picture_back()
    {
        Tensor input = rand(1, 3, 4, 6);
        Tensor[] coordinates = meshgrid([linspace(-1, 1, 4), linspace(-1, 1, 6)]);
        Tensor grid = stack([coordinates[1], coordinates[0]], 2).unsqueeze(0);
        Tensor output = F.grid_sample(input, grid, GridSampleMode.Bilinear, GridSamplePaddingMode.Zeros, true);
        Assert.True(output.allclose(input, 1e-5, 1e-6));
    }

    [Theory]
    [InlineData(GridSamplePaddingMode.Zeros, 0f)]
    [InlineData(GridSamplePaddingMode.Border, 4f)]
    [InlineData(GridSamplePaddingMode.Reflection, 3f)]
    public void Grid_sample_outside_the_picture_follows_the_padding_mode(GridSamplePaddingMode padding, float expected)
    {
        Tensor input = arange(5, float32).reshape(1, 1, 1, 5);
        Tensor grid = tensor([1.5f, 0f], [1, 1, 1, 2]); // x: pixel 5 of 0..4
        Tensor output = F.grid_sample(input, grid, GridSampleMode.Bilinear, padding, true);
        Assert.Equal(expected, output.item<float>(), 1e-5f);
    }

    [Fact]
    public void Grid_sample_nearest_takes_one_pixel()
    {
        Tensor input = arange(5, float32).reshape(1, 1, 1, 5);
        Tensor grid = tensor([0.2f, 0f], [1, 1, 1, 2]); // x = 2.4
        Assert.Equal(2f, F.grid_sample(input, grid, GridSampleMode.Nearest, GridSamplePaddingMode.Zeros, true).item<float>());
    }

    [Theory]
    [InlineData(InterpolationMode.Nearest, null)]
    [InlineData(InterpolationMode.Bilinear, false)]
    [InlineData(InterpolationMode.Bilinear, true)]
    [InlineData(InterpolationMode.Bicubic, false)]
    [InlineData(InterpolationMode.Area, null)]
    public void Interpolate_gradient_equals_finite_differences(InterpolationMode mode, bool? alignCorners)
    {
        AssertEqualsFiniteDifferences(x => F.interpolate(x, [7, 3], null, mode, alignCorners), Random(1, 2, 4, 5));
        AssertEqualsFiniteDifferences(x => F.interpolate(x, null, [2, 2], mode, alignCorners), Random(1, 2, 4, 5));
    }

    [Fact]
    public void Interpolate_bilinear_twice_the_size_mixes_three_to_one()
    {
        Tensor input = tensor([0f, 4f], [1, 1, 1, 2]);
        Tensor output = F.interpolate(input, [1, 4], null, InterpolationMode.Bilinear, false);
        Assert.Equal([0f, 1f, 3f, 4f], output.data<float>().ToArray());
        Tensor corners = F.interpolate(input, [1, 5], null, InterpolationMode.Bilinear, true);
        Assert.Equal([0f, 1f, 2f, 3f, 4f], corners.data<float>().ToArray());
    }

    [Fact]
    public void Upsample_nearest_repeats_pixels()
    {
        using Upsample twice = nn.Upsample(null, [2, 2]);
        Assert.Equal([0f, 0f, 4f, 4f, 0f, 0f, 4f, 4f], twice.call(tensor([0f, 4f], [1, 1, 1, 2])).data<float>().ToArray());
    }

    [Fact]
    public void Pixel_unshuffle_is_the_inverse_of_pixel_shuffle()
    {
        Tensor input = rand(2, 12, 3, 5);
        Tensor shuffled = F.pixel_shuffle(input, 2);
        Assert.Equal([2, 3, 6, 10], shuffled.shape);
        Assert.True(F.pixel_unshuffle(shuffled, 2).equal(input));
        using PixelShuffle shuffle = nn.PixelShuffle(2);
        using PixelUnshuffle unshuffle = nn.PixelUnshuffle(2);
        Assert.True(unshuffle.call(shuffle.call(input)).equal(input));
    }

    [Theory]
    [InlineData(PaddingModes.Constant, 9f, 9f)]
    [InlineData(PaddingModes.Reflect, 1f, 1f)]
    [InlineData(PaddingModes.Replicate, 0f, 2f)]
    public void Pad_adds_left_right_top_bottom(PaddingModes mode, float left, float right)
    {
        Tensor input = arange(3, float32).reshape(1, 1, 1, 3).expand(1, 1, 2, 3);
        Tensor output = F.pad(input, [1, 1, 0, 1], mode, mode == PaddingModes.Constant ? 9 : 0);
        Assert.Equal([1, 1, 3, 5], output.shape);
        Assert.Equal([left, 0f, 1f, 2f, right], output[0, 0, 0].data<float>().ToArray());
    }

    [Fact]
    public void Padding_modules_pad_all_four_sides()
    {
        using ReflectionPad2d reflect = nn.ReflectionPad2d(2);
        using ZeroPad2d zero = nn.ZeroPad2d(1);
        Assert.Equal([1, 1, 8, 9], reflect.call(rand(1, 1, 4, 5)).shape);
        Assert.Equal(20f, zero.call(ones(1, 1, 4, 5)).sum().item<float>());
    }

    [Fact]
    public void Losses_average_squares_and_absolute_values()
    {
        Tensor a = tensor([0f, 3f], [2]);
        Tensor b = tensor([0.5f, 0f], [2]);
        Assert.Equal(9.25f / 2, F.mse_loss(a, b).item<float>(), 1e-6f);
        Assert.Equal(3.5f, F.l1_loss(a, b, nn.Reduction.Sum).item<float>(), 1e-6f);
        Assert.Equal((0.125f + 2.5f) / 2, F.smooth_l1_loss(a, b).item<float>(), 1e-6f);
        Assert.Equal([-0.03f, 3f], F.leaky_relu(tensor([-3f, 3f], [2]), 0.01).data<float>().ToArray());
    }

    public void Dispose() => _scope.Dispose();
}
