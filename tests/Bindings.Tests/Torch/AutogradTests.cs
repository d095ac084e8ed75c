using TorchSharp;
using static TorchSharp.torch;

namespace LiveStyle.Bindings.Tests.Torch;

public sealed class AutogradTests : IDisposable
{
    private readonly DisposeScope _scope = NewDisposeScope();

    [Fact]
    public void Backward_adds_to_the_gradient()
    {
        Tensor x = tensor([3f], [1], null, null, true);
        Assert.Null(x.grad);
        (x * x).sum().backward();
        Assert.Equal(6f, x.grad!.item<float>());
        (x * x).sum().backward();
        Assert.Equal(12f, x.grad!.item<float>());
        x.grad = null;
        Assert.Null(x.grad);
    }

    [Fact]
    public void No_grad_and_detach_stop_the_tape()
    {
        Tensor x = ones([2], null, null, true);
        using (no_grad())
        {
            Assert.False(is_grad_enabled());
            Assert.False((x * 2).requires_grad);
            using (enable_grad())
            {
                Assert.True((x * 2).requires_grad);
            }
        }

        Assert.True(is_grad_enabled());
        Assert.False((x * 2).detach().requires_grad);
        Assert.True(x.is_leaf);
        Assert.False((x * 2).is_leaf);
    }

    public void Dispose() => _scope.Dispose();
}
