using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    // tensor[...]: a view for places, slices, None and Ellipsis; a copy for tensors of indices or of booleans.
    public partial class Tensor
    {
        public Tensor this[params TensorIndex[] indices]
        {
            get => index(indices);
            set => index_put_(value, indices);
        }

        public Tensor index(params TensorIndex[] indices)
        {
            var tensor = new Tensor(Native.THSTensor_index(SafeHandle, Encode(indices), indices.Length));
            GC.KeepAlive(indices);
            return tensor;
        }

        public Tensor index_put_(Tensor value, params TensorIndex[] indices)
        {
            Tensor self = Changed(Native.THSTensor_index_put_(SafeHandle, Encode(indices), indices.Length, value.SafeHandle));
            GC.KeepAlive(indices);
            return self;
        }

        public Tensor index_put_(Scalar value, params TensorIndex[] indices)
        {
            Tensor self = Changed(Native.THSTensor_index_put_scalar_(SafeHandle, Encode(indices), indices.Length, value.Value));
            GC.KeepAlive(indices);
            return self;
        }

        private static NativeIndex[] Encode(TensorIndex[] indices) => Array.ConvertAll(indices, index => index.Native);
    }
}
