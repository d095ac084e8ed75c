using LiveStyle.Train.Motion;
using TorchSharp;
using static TorchSharp.torch;

namespace LiveStyle.Train.Tests.Motion;

public sealed class FlowFieldTests
{
    [Fact]
    public void Shift_by_whole_pixels_is_exact()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor photo = rand(1, 3, 60, 70);
        PhotoLayer layer = new(photo);
        Shift pan = new(3, -5);
        Tensor a = layer.Still(40, 40);
        Tensor b = layer.Moved(pan, 40, 40);
        Assert.InRange(Largest(b - photo.narrow(2, 10 - 5, 40).narrow(3, 15 + 3, 40)), 0, 1e-4f);
        FlowField flow = FlowField.Of(pan, 40, 40);
        Tensor valid = flow.Inside();
        Assert.Equal(35 * 37, valid.sum().item<float>());
        Assert.InRange(Largest((flow.Warp(a) - b) * valid), 0, 1e-4f);
    }

    [Fact]
    public void Turning_clockwise_brings_what_was_above_to_the_right()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor a = zeros(1, 1, 21, 21);
        a[0, 0, 2, 10] = tensor(1f);
        Tensor b = FlowField.Of(new Rotation(90), 21, 21).Warp(a);
        Assert.Equal(1, b[0, 0, 10, 18].item<float>(), 4);
    }

    [Fact]
    public void Zooming_in_makes_things_larger()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor a = zeros(1, 1, 40, 40);
        a.narrow(2, 15, 10).narrow(3, 15, 10).fill_(1);
        Assert.Equal(400, FlowField.Of(new Zoom(2), 40, 40).Warp(a).sum().item<float>(), 1f);
    }

    [Fact]
    public void Motions_compose_exactly_and_flows_compose_to_the_same()
    {
        using DisposeScope scope = NewDisposeScope();
        MotionChain first = new(new Zoom(1.05), new Shift(2.5, 1));
        MotionChain second = new(new Rotation(2), new Shift(-1, 0.25));
        FlowField both = FlowField.Of(new MotionChain(first, second), 48, 64);
        FlowField chained = FlowField.Of(first, 48, 64).Then(FlowField.Of(second, 48, 64));
        Tensor inside = FlowField.Of(second, 48, 64).Inside();
        Assert.InRange(Largest((both.Pixels - chained.Pixels) * inside), 0, 1e-3f);
        Assert.InRange(Largest(FlowField.Of(MotionChain.Still.Then(first).Then(second), 48, 64).Pixels - both.Pixels), 0, 1e-4f);
    }

    [Fact]
    public void Shrunk_flow_moves_features_by_the_same_share_of_the_picture()
    {
        using DisposeScope scope = NewDisposeScope();
        FlowField small = FlowField.Of(new Shift(4, -8), 32, 32).Shrink(4);
        Assert.Equal([1, 2, 8, 8], small.Pixels.shape);
        Assert.InRange(Largest(small.Pixels.select(1, 0) - 1), 0, 1e-5f);
        Assert.InRange(Largest(small.Pixels.select(1, 1) + 2), 0, 1e-5f);
    }

    [Fact]
    public void Gradient_passes_through_the_warp()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor a = rand(1, 3, 16, 16, requires_grad: true);
        FlowField.Of(new Shift(0.5, 0), 16, 16).Warp(a).sum().backward();
        Assert.Equal(16 * 16 * 3, a.grad!.sum().item<float>(), 0.1f); // every output pixel's weights add up to one
    }

    private static float Largest(Tensor difference) => difference.abs().max().item<float>();
}
