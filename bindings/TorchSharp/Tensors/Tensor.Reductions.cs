using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    // Many elements to few.
    public partial class Tensor
    {
        public Tensor sum(ScalarType? type = null) => new(Native.THSTensor_sum(SafeHandle, TypeOrNone(type)));

        public Tensor sum(long dim, bool keepdim = false, ScalarType? type = null) => sum([dim], keepdim, type);

        public Tensor sum(long[] dim, bool keepdim = false, ScalarType? type = null) =>
            new(Native.THSTensor_sum_dims(SafeHandle, dim, dim.Length, Flag(keepdim), TypeOrNone(type)));

        public Tensor mean() => new(Native.THSTensor_mean(SafeHandle, TypeOrNone(null)));

        public Tensor mean(long[] dimensions, bool keepdim = false, ScalarType? type = null) =>
            new(Native.THSTensor_mean_dims(SafeHandle, dimensions, dimensions.Length, Flag(keepdim), TypeOrNone(type)));

        public Tensor var(bool unbiased = true) => new(Native.THSTensor_var(SafeHandle, Flag(unbiased)));

        public Tensor var(long dim, bool unbiased = true, bool keepdim = false) => var([dim], unbiased, keepdim);

        public Tensor var(long[] dimensions, bool unbiased = true, bool keepdim = false) =>
            new(Native.THSTensor_var_dims(SafeHandle, dimensions, dimensions.Length, Flag(unbiased), Flag(keepdim)));

        public Tensor std(bool unbiased = true) => new(Native.THSTensor_std(SafeHandle, Flag(unbiased)));

        public Tensor std(long dim, bool unbiased = true, bool keepdim = false) => std([dim], unbiased, keepdim);

        public Tensor std(long[] dimensions, bool unbiased = true, bool keepdim = false) =>
            new(Native.THSTensor_std_dims(SafeHandle, dimensions, dimensions.Length, Flag(unbiased), Flag(keepdim)));

        public Tensor max() => new(Native.THSTensor_max(SafeHandle));

        public (Tensor values, Tensor indexes) max(long dim, bool keepdim = false)
        {
            var values = new Tensor(Native.THSTensor_max_dim(SafeHandle, dim, Flag(keepdim), out IntPtr indices));
            return (values, new Tensor(new TensorHandle(indices)));
        }

        public Tensor min() => new(Native.THSTensor_min(SafeHandle));

        public (Tensor values, Tensor indexes) min(long dim, bool keepdim = false)
        {
            var values = new Tensor(Native.THSTensor_min_dim(SafeHandle, dim, Flag(keepdim), out IntPtr indices));
            return (values, new Tensor(new TensorHandle(indices)));
        }

        public Tensor amax(long[] dims, bool keepdim = false) =>
            new(Native.THSTensor_amax(SafeHandle, dims, dims.Length, Flag(keepdim)));

        public Tensor amin(long[] dims, bool keepdim = false) =>
            new(Native.THSTensor_amin(SafeHandle, dims, dims.Length, Flag(keepdim)));

        public Tensor argmax() => new(Native.THSTensor_argmax(SafeHandle));

        public Tensor argmin() => new(Native.THSTensor_argmin(SafeHandle));

        public Tensor all() => new(Native.THSTensor_all(SafeHandle));

        public Tensor any() => new(Native.THSTensor_any(SafeHandle));

        public Tensor norm(float p = 2.0f) => new(Native.THSTensor_norm(SafeHandle, ScalarValue.Of((double)p)));

        public Tensor norm(int dim, bool keepdim = false, float p = 2.0f) =>
            new(Native.THSTensor_norm_dim(SafeHandle, dim, Flag(keepdim), ScalarValue.Of((double)p)));

        public bool allclose(Tensor target, double rtol = 1e-05, double atol = 1e-08, bool equal_nan = false)
        {
            Native.Check(Native.THSTensor_allclose(SafeHandle, target.SafeHandle, rtol, atol, Flag(equal_nan), out int close));
            return close != 0;
        }

        /// <summary>Same shape and same elements.</summary>
        public bool equal(Tensor target)
        {
            Native.Check(Native.THSTensor_equal(SafeHandle, target.SafeHandle, out int same));
            return same != 0;
        }

        private static sbyte TypeOrNone(ScalarType? type) => type is { } known ? (sbyte)known : (sbyte)-1;
    }
}
