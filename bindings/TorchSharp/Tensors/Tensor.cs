using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>A dense CPU tensor of libtorch. It belongs to the dispose scope in which it was made.</summary>
    public partial class Tensor : IDisposable
    {
        private readonly TensorHandle _handle;

        internal Tensor(TensorHandle handle)
        {
            if (handle.IsInvalid)
            {
                handle.Dispose();
                throw Native.LastError();
            }

            _handle = handle;
            DisposeScopeManager.Current?.Include(this);
        }

        internal DisposeScope? OwningDisposeScope { get; set; }

        /// <summary>The handle for native calls, which refuse it once it is closed.</summary>
        internal TensorHandle SafeHandle =>
            _handle.IsClosed ? throw new InvalidOperationException("Tensor invalid -- empty handle.") : _handle;

        /// <summary>The raw <c>at::Tensor*</c>; valid only while this tensor lives.</summary>
        public IntPtr Handle => SafeHandle.DangerousGetHandle();

        /// <summary>True once the tensor has been disposed.</summary>
        public bool IsInvalid => _handle.IsClosed;

        public string? name { get; set; }

        public long Dimensions => Native.THSTensor_ndimension(SafeHandle);

        public long ndim => Dimensions;

        public long NumberOfElements => Native.THSTensor_numel(SafeHandle);

        public long ElementSize => Native.THSTensor_element_size(SafeHandle);

        public ScalarType dtype => (ScalarType)Native.THSTensor_type(SafeHandle);

        public Device device => CPU;

        public DeviceType device_type => DeviceType.CPU;

        public long[] shape
        {
            get
            {
                var sizes = new long[Dimensions];
                for (int i = 0; i < sizes.Length; i++)
                {
                    sizes[i] = Native.THSTensor_size(SafeHandle, i);
                }

                return sizes;
            }
        }

        public long dim() => Dimensions;

        public long numel() => NumberOfElements;

        public long element_size() => ElementSize;

        public long size(int dim) => shape[dim < 0 ? dim + (int)Dimensions : dim];

        public long[] stride()
        {
            var strides = new long[Dimensions];
            for (int i = 0; i < strides.Length; i++)
            {
                strides[i] = Native.THSTensor_stride(SafeHandle, i);
            }

            return strides;
        }

        public bool is_contiguous() => Native.THSTensor_is_contiguous(SafeHandle) != 0;

        /// <summary>Another tensor object over the same native tensor.</summary>
        public Tensor alias() => new(Native.THSTensor_alias(SafeHandle));

        public Tensor clone() => new(Native.THSTensor_clone(SafeHandle));

        public Tensor contiguous() => new(Native.THSTensor_contiguous(SafeHandle));

        public Tensor cpu() => alias();

        public Tensor to_type(ScalarType type) => new(Native.THSTensor_to_type(SafeHandle, (sbyte)type, copy: 0));

        public Tensor to(ScalarType type) => to_type(type);

        /// <summary>Moves this tensor to the scope around its own, or out of all scopes where there is none.</summary>
        public Tensor MoveToOuterDisposeScope()
        {
            OwningDisposeScope?.MoveToOuter(this);
            return this;
        }

        /// <summary>Takes this tensor out of all scopes: from now on it is disposed by hand.</summary>
        public Tensor DetachFromDisposeScope()
        {
            OwningDisposeScope?.Detach(this);
            return this;
        }

        public void Dispose()
        {
            Dispose(disposing: true);
            GC.SuppressFinalize(this);
        }

        protected virtual void Dispose(bool disposing)
        {
            if (disposing)
            {
                OwningDisposeScope?.MarkAsDisposed(this);
                _handle.Dispose();
            }
        }

        public override string ToString() =>
            IsInvalid ? "Tensor (disposed)" : $"[{string.Join("x", shape)}], type = {dtype}, device = cpu";

        private static int Flag(bool value) => value ? 1 : 0;
    }
}
