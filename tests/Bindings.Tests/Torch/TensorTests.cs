using TorchSharp;
using static TorchSharp.torch;

namespace LiveStyle.Bindings.Tests.Torch;

public sealed class TensorTests : IDisposable
{
    private readonly DisposeScope _scope = NewDisposeScope();

    [Fact]
    public void Operators_take_tensors_and_numbers_on_either_side()
    {
        Tensor x = tensor([1f, 2f, 4f], [3]);
        Assert.Equal([3f, 4f, 6f], Floats(x + 2));
        Assert.Equal([1f, 0f, -2f], Floats(2 - x));
        Assert.Equal([2f, 4f, 8f], Floats(2.0 * x));
        Assert.Equal([4f, 2f, 1f], Floats(4f / x));
        Assert.Equal([0.5f, 1f, 2f], Floats(x / 2L));
        Assert.Equal([0f, 0f, 0f], Floats(x - x));
        Assert.Equal([-1f, -2f, -4f], Floats(-x));
        Assert.Equal([false, false, true], (x > 2).data<bool>().ToArray());
        Assert.Equal([true, true, true], x.le(x).data<bool>().ToArray());
        Assert.Equal([1f, 4f, 16f], Floats(x.pow(2)));
        Assert.Equal([2f, 2f, 3f], Floats(x.clamp(2, 3)));
    }

    [Fact]
    public void Indexing_knows_places_slices_ellipsis_and_new_dimensions()
    {
        Tensor x = arange(24, float32).reshape(2, 3, 4);
        Assert.Equal(23f, x[1, 2, 3].item<float>());
        Assert.Equal(23f, x[-1, -1, -1].item<float>());
        Assert.Equal([2, 3], x[TensorIndex.Ellipsis, 0].shape);
        Assert.Equal([2, 2, 4], x[TensorIndex.Colon, TensorIndex.Slice(1, 3)].shape);
        Assert.Equal([2, 3, 2], x[TensorIndex.Ellipsis, TensorIndex.Slice(null, null, 2)].shape);
        Assert.Equal([1, 2, 3, 4], x[TensorIndex.None].shape);
        Assert.Equal([2, 3, 3], x[.., .., 1..].shape);
        Assert.Equal([2, 3, 2], x[.., .., tensor([0L, 3L], [2])].shape);
        Assert.Equal(4, x[x > 19].numel());

        x[0] = zeros(3, 4);
        Assert.Equal(0f, x[0].sum().item<float>());
        x.index_put_(5, 1, 0, 0);
        Assert.Equal(5f, x[1, 0, 0].item<float>());
    }

    [Fact]
    public void Views_and_arrangements_keep_the_elements()
    {
        Tensor x = arange(6, float32).reshape(2, 3);
        Assert.Equal([0f, 3f, 1f, 4f, 2f, 5f], Floats(x.transpose(0, 1)));
        Assert.Equal([2f, 1f, 0f, 5f, 4f, 3f], Floats(x.flip(1)));
        Assert.Equal([2f, 0f, 1f, 5f, 3f, 4f], Floats(x.roll(1, 1)));
        Assert.Equal([1f, 4f], Floats(x.narrow(1, 1, 1).squeeze(1)));
        Assert.Equal([0f, 2f, 3f, 5f], Floats(x.index_select(1, tensor([0L, 2L], [2]))));
        Assert.Equal([2, 3, 2], x.unsqueeze(2).expand(-1, -1, 2).shape);
        Assert.Equal([4, 3], x.repeat(2, 1).shape);
        Assert.Equal([3, 2], x.permute(1, 0).shape);
        Assert.Equal([4, 3], cat([x, x], 0).shape);
        Assert.Equal([2, 2, 3], stack([x, x]).shape);
        Assert.Equal([0f, 2f], Floats(x.slice(1, 0, 3, 2)[0]));
    }

    [Fact]
    public void Reductions_agree_with_the_closed_form()
    {
        Tensor x = arange(6, float64).reshape(2, 3);
        Assert.Equal(15.0, x.sum().item<double>());
        Assert.Equal([3.0, 12.0], x.sum(1).data<double>().ToArray());
        Assert.Equal([2, 1], x.mean([1L], true).shape);
        Assert.Equal(35.0 / 12, x.var(false).item<double>(), 1e-12);
        Assert.Equal(Math.Sqrt(3.5), x.std().item<double>(), 1e-12);
        Assert.Equal(Math.Sqrt(55), x.norm().item<double>(), 1e-12);
        Assert.Equal([2.0, 5.0], x.amax([1L]).data<double>().ToArray());
        (Tensor values, Tensor indexes) = x.max(1);
        Assert.Equal([2.0, 5.0], values.data<double>().ToArray());
        Assert.Equal([2L, 2L], indexes.data<long>().ToArray());
        Assert.False(x.isnan().any().item<bool>());
        Assert.True((x / 0.0).isnan().any().item<bool>());
        Assert.True(x.isfinite().all().item<bool>());
    }

    [Fact]
    public void Data_of_a_view_comes_in_the_views_order()
    {
        Tensor x = arange(6, float32).reshape(2, 3).t();
        Assert.Equal([0f, 3f, 1f, 4f, 2f, 5f], x.data<float>().ToArray());
        Assert.Equal(5f, x.data<float>()[2, 1]);
        x.data<float>().CopyFrom([9f, 8f, 7f, 6f, 5f, 4f]);
        Assert.Equal([9f, 7f, 5f, 8f, 6f, 4f], Floats(x.t()));
        Assert.Throws<ArgumentException>(x.data<double>);
        Assert.Throws<ArgumentException>(() => x.item<float>());
    }

    [Fact]
    public void Bytes_are_the_tensors_own_memory()
    {
        Tensor x = zeros(2, float32);
        BitConverter.TryWriteBytes(x.bytes[4..], 1.5f);
        Assert.Equal([0f, 1.5f], Floats(x));
        x.bytes = new byte[8];
        Assert.Equal([0f, 0f], Floats(x));
        Assert.Throws<NotImplementedException>(() => zeros(2, 3).t().bytes.Length);
    }

    [Fact]
    public void Numbers_keep_their_element_types()
    {
        Assert.Equal(ScalarType.Int64, arange(3).dtype);
        Assert.Equal(ScalarType.Float32, arange(0, 1, 0.25).dtype);
        Assert.Equal(ScalarType.Float64, tensor(1.0).dtype);
        Assert.Equal(7L, tensor(7L).item<long>());
        Assert.Equal(7, tensor(7.9).to(ScalarType.Int32).item<int>());
        Assert.True(tensor(true).item<bool>());
        Assert.Equal(2.5f, tensor(2.5).ToSingle());
        Assert.Equal([1f, 2f], Floats(tensor(new byte[] { 1, 2 }, [2], float32)));
        Assert.Throws<ArgumentException>(() => tensor([1f, 2f], [3]));
    }

    [Fact]
    public void In_place_methods_change_their_tensor_and_return_it()
    {
        Tensor x = ones(3);
        Tensor same = x.mul_(3).add_(1).sub_(0.5).div_(2);
        Assert.Same(x, same);
        Assert.Equal([1.75f, 1.75f, 1.75f], Floats(x));
        x.copy_(tensor([1f, 2f, 3f], [3]));
        x.addcmul_(x, x, 2);
        Assert.Equal([3f, 10f, 21f], Floats(x));
        x.fill_(4).clamp_(0, 3);
        Assert.Equal(9f, x.sum().item<float>());
        Assert.Equal(0f, x.zero_().sum().item<float>());
    }

    [Fact]
    public void Random_numbers_repeat_after_the_same_seed()
    {
        manual_seed(5);
        Tensor first = randn(4);
        manual_seed(5);
        Assert.True(first.equal(randn(4)));
    }

    [Fact]
    public void Saved_tensor_loads_into_one_of_the_same_shape_only()
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        Tensor x = rand(2, 200);
        x.Save(writer);
        // Element type 6, 2 dimensions, 2, then 200 in two groups of 7 bits; then the elements.
        Assert.Equal([6, 2, 2, 0xC8, 0x01], stream.ToArray()[..5]);
        Assert.Equal(5 + (2 * 200 * sizeof(float)), stream.Length);

        Tensor y = zeros(2, 200);
        stream.Position = 0;
        y.Load(new BinaryReader(stream));
        Assert.True(x.equal(y));
        stream.Position = 0;
        Assert.Throws<ArgumentException>(() => zeros(200, 2).Load(new BinaryReader(stream)));
    }

    public void Dispose() => _scope.Dispose();

    private static float[] Floats(Tensor tensor) => tensor.contiguous().data<float>().ToArray();
}
