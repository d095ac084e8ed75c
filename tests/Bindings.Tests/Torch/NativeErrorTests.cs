using System.Runtime.InteropServices;
using TorchSharp;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace LiveStyle.Bindings.Tests.Torch;

public sealed class NativeErrorTests : IDisposable
{
    private readonly DisposeScope _scope = NewDisposeScope();

    [Fact]
    public void Native_exception_becomes_managed_and_says_what_libtorch_said()
    {
        ExternalException error = Assert.Throws<ExternalException>(() => zeros(2, 3).mm(zeros(2, 3)));
        Assert.Equal("mat1 and mat2 shapes cannot be multiplied (2x3 and 2x3)", error.Message);
    }

    [Fact]
    public void Native_exception_leaves_the_cpp_stack_trace_out()
    {
        ExternalException error = Assert.Throws<ExternalException>(() => F.conv2d(zeros(1, 3, 4, 4), zeros(2, 4, 3, 3)));
        Assert.DoesNotContain("frame #", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception raised from", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void In_place_failure_throws_too() =>
        Assert.Throws<ExternalException>(() => zeros(2).add_(zeros(3)));

    [Fact]
    public void Backward_without_a_tape_throws() =>
        Assert.Throws<ExternalException>(() => ones(1).backward());

    [Fact]
    public void Disposed_tensor_refuses_to_be_used()
    {
        Tensor tensor = ones(2);
        tensor.Dispose();
        Assert.Throws<InvalidOperationException>(() => tensor + 1);
        Assert.Throws<InvalidOperationException>(() => tensor.shape);
        Assert.Throws<InvalidOperationException>(() => cat([tensor, tensor]));
    }

    public void Dispose() => _scope.Dispose();
}
