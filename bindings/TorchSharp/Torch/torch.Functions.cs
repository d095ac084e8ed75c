using TorchSharp.Interop;

namespace TorchSharp;

// The functions that take the tensor as their first argument.
public static partial class torch
{
    public static Tensor cat(IList<Tensor> tensors, long dim = 0)
    {
        using var handles = new HandleList([.. tensors]);
        return new(Native.THSTensor_cat(handles.Pointers, handles.Pointers.Length, dim));
    }

    public static Tensor stack(IEnumerable<Tensor> tensors, long dim = 0)
    {
        using var handles = new HandleList([.. tensors]);
        return new(Native.THSTensor_stack(handles.Pointers, handles.Pointers.Length, dim));
    }

    /// <summary>Coordinates of a grid, indexed as matrices are: the first tensor runs along dimension 0.</summary>
    public static Tensor[] meshgrid(IEnumerable<Tensor> tensors)
    {
        using var handles = new HandleList([.. tensors]);
        var results = new IntPtr[handles.Pointers.Length];
        Native.Check(Native.THSTensor_meshgrid(handles.Pointers, results.Length, results));
        return Array.ConvertAll(results, result => new Tensor(new TensorHandle(result)));
    }

    public static Tensor where(Tensor condition, Tensor x, Tensor y) =>
        new(Native.THSTensor_where(condition.SafeHandle, x.SafeHandle, y.SafeHandle));

    public static Tensor matmul(Tensor input, Tensor target) => input.matmul(target);

    public static Tensor mm(Tensor input, Tensor target) => input.mm(target);

    public static Tensor bmm(Tensor input, Tensor batch2) => input.bmm(batch2);

    public static Tensor maximum(Tensor input, Tensor other) => input.maximum(other);

    public static Tensor minimum(Tensor input, Tensor other) => input.minimum(other);

    public static Tensor clamp(Tensor input, Scalar? min = null, Scalar? max = null) => input.clamp(min, max);

    public static Tensor pow(Tensor input, Scalar exponent) => input.pow(exponent);

    public static Tensor pow(Tensor input, Tensor exponent) => input.pow(exponent);

    public static Tensor sum(Tensor input, ScalarType? type = null) => input.sum(type);

    public static Tensor mean(Tensor input) => input.mean();

    public static Tensor mean(Tensor input, long[] dimensions, bool keepdim = false, ScalarType? type = null) =>
        input.mean(dimensions, keepdim, type);

    public static Tensor flip(Tensor input, params long[] dims) => input.flip(dims);

    public static bool allclose(Tensor tensor, Tensor target, double rtol = 1e-05, double atol = 1e-08, bool equal_nan = false) =>
        tensor.allclose(target, rtol, atol, equal_nan);

    public static Tensor abs(Tensor input) => input.abs();

    public static Tensor sqrt(Tensor input) => input.sqrt();

    public static Tensor rsqrt(Tensor input) => input.rsqrt();

    public static Tensor square(Tensor input) => input.square();

    public static Tensor exp(Tensor input) => input.exp();

    public static Tensor log(Tensor input) => input.log();

    public static Tensor sin(Tensor input) => input.sin();

    public static Tensor cos(Tensor input) => input.cos();

    public static Tensor floor(Tensor input) => input.floor();

    public static Tensor round(Tensor input) => input.round();

    public static Tensor relu(Tensor input) => input.relu();

    public static Tensor sigmoid(Tensor input) => input.sigmoid();

    public static Tensor tanh(Tensor input) => input.tanh();

    public static Tensor isnan(Tensor input) => input.isnan();

    public static Tensor isfinite(Tensor input) => input.isfinite();
}
