using TorchSharp;
using static TorchSharp.torch;

namespace LiveStyle.Bindings.Tests.Torch;

public sealed class DisposeScopeTests
{
    [Fact]
    public void Tensors_die_with_the_scope_they_were_made_in()
    {
        Tensor inner;
        Tensor moved;
        Tensor detached;
        Tensor outer;
        using (DisposeScope outerScope = NewDisposeScope())
        {
            outer = ones(1);
            using (DisposeScope scope = NewDisposeScope())
            {
                inner = outer + 1;
                moved = (outer + 2).MoveToOuterDisposeScope();
                detached = (outer + 3).DetachFromDisposeScope();
                Assert.Equal(1, scope.DisposablesCount);
            }

            Assert.True(inner.IsInvalid);
            Assert.False(moved.IsInvalid);
            Assert.Equal(2, outerScope.DisposablesCount);
        }

        Assert.True(outer.IsInvalid);
        Assert.True(moved.IsInvalid);
        Assert.Equal(4f, detached.item<float>());
        detached.Dispose();
        Assert.True(detached.IsInvalid);
    }

    [Fact]
    public void Moving_out_of_the_outermost_scope_detaches()
    {
        Tensor moved;
        using (NewDisposeScope())
        {
            moved = ones(1).MoveToOuterDisposeScope();
        }

        Assert.False(moved.IsInvalid);
        moved.Dispose();
    }

    [Fact]
    public void Tensor_disposed_by_hand_leaves_its_scope()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor tensor = ones(1);
        tensor.Dispose();
        tensor.Dispose();
        Assert.Equal(0, scope.DisposablesCount);
    }

    [Fact]
    public void Scopes_belong_to_their_thread()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor? other = null;
        var thread = new Thread(() => other = ones(1));
        thread.Start();
        thread.Join();
        Assert.Equal(0, scope.DisposablesCount);
        other!.Dispose();
    }

    [Fact]
    public void Views_outlive_the_tensor_that_they_show()
    {
        Tensor view;
        using (NewDisposeScope())
        {
            view = arange(6, float32).reshape(2, 3)[1].MoveToOuterDisposeScope();
        }

        Assert.Equal([3f, 4f, 5f], view.data<float>().ToArray());
        view.Dispose();
    }
}
