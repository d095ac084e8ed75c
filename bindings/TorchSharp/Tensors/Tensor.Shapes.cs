using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    // Other views and arrangements of the same elements.
    public partial class Tensor
    {
        public Tensor reshape(params long[] shape) => new(Native.THSTensor_reshape(SafeHandle, shape, shape.Length));

        public Tensor view(params long[] shape) => new(Native.THSTensor_view(SafeHandle, shape, shape.Length));

        public Tensor permute(params long[] permutation) =>
            new(Native.THSTensor_permute(SafeHandle, permutation, permutation.Length));

        public Tensor expand(params long[] sizes) => new(Native.THSTensor_expand(SafeHandle, sizes, sizes.Length));

        public Tensor expand_as(Tensor other) => expand(other.shape);

        public Tensor repeat(params long[] sizes) => new(Native.THSTensor_repeat(SafeHandle, sizes, sizes.Length));

        public Tensor flip(params long[] dims) => new(Native.THSTensor_flip(SafeHandle, dims, dims.Length));

        public Tensor roll(long shifts, long dims) => roll([shifts], [dims]);

        public Tensor roll(long[] shifts, long[] dims) =>
            new(Native.THSTensor_roll(SafeHandle, shifts, shifts.Length, dims, dims.Length));

        public Tensor transpose(long dim0, long dim1) => new(Native.THSTensor_transpose(SafeHandle, dim0, dim1));

        public Tensor t() => new(Native.THSTensor_t(SafeHandle));

        public Tensor squeeze(long? dim = null) =>
            new(dim is { } one ? Native.THSTensor_squeeze_dim(SafeHandle, one) : Native.THSTensor_squeeze(SafeHandle));

        public Tensor unsqueeze(long dim) => new(Native.THSTensor_unsqueeze(SafeHandle, dim));

        public Tensor flatten(long start_dim = 0, long end_dim = -1) =>
            new(Native.THSTensor_flatten(SafeHandle, start_dim, end_dim));

        public Tensor narrow(long dim, long start, long length) =>
            new(Native.THSTensor_narrow(SafeHandle, dim, start, length));

        public Tensor slice(long dim, long start, long finish, long step) =>
            new(Native.THSTensor_slice(SafeHandle, dim, start, finish, step));

        public Tensor select(long dim, long index) => new(Native.THSTensor_select(SafeHandle, dim, index));

        public Tensor index_select(long dim, Tensor index) =>
            new(Native.THSTensor_index_select(SafeHandle, dim, index.SafeHandle));

        public Tensor gather(long dim, Tensor index) => new(Native.THSTensor_gather(SafeHandle, dim, index.SafeHandle));
    }
}
