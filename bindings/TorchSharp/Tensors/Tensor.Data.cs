using TorchSharp.Interop;
using TorchSharp.Utils;

namespace TorchSharp;

public static partial class torch
{
    // A tensor's elements as .NET sees them.
    public partial class Tensor
    {
        /// <summary>The elements of a contiguous tensor as raw bytes; the span dies with the tensor.</summary>
        public unsafe Span<byte> bytes
        {
            get
            {
                if (!is_contiguous())
                {
                    throw new NotImplementedException("bytes called on a tensor that is not contiguous.");
                }

                long size = NumberOfElements * ElementSize;
                return size <= int.MaxValue
                    ? new Span<byte>(DataPointer(), (int)size)
                    : throw new ArgumentException("Span only supports up to int.MaxValue elements.");
            }

            set
            {
                Span<byte> target = bytes;
                if (target.Length != value.Length)
                {
                    throw new ArgumentException("Mismatched data sizes in SetBytes().", nameof(value));
                }

                value.CopyTo(target);
            }
        }

        /// <summary>Typed access to the elements in row-major order, views included.</summary>
        public TensorAccessor<T> data<T>() where T : unmanaged
        {
            ValidateType(typeof(T));
            return new TensorAccessor<T>(this);
        }

        /// <summary>The value of a tensor with one element; <typeparamref name="T"/> must be its element type.</summary>
        public T item<T>() where T : unmanaged =>
            NumberOfElements == 1
                ? data<T>()[0]
                : throw new ArgumentException("Number of elements in the tensor must be 1");

        public Scalar ToScalar()
        {
            if (dtype is ScalarType.Float16 or ScalarType.BFloat16 or ScalarType.Float32 or ScalarType.Float64)
            {
                Native.Check(Native.THSTensor_item_double(SafeHandle, out double real));
                return new Scalar(ScalarValue.Of(real));
            }

            Native.Check(Native.THSTensor_item_int64(SafeHandle, out long whole));
            return new Scalar(dtype == ScalarType.Bool ? ScalarValue.Of(whole != 0) : ScalarValue.Of(whole));
        }

        internal unsafe void* DataPointer()
        {
            void* data = Native.THSTensor_data(SafeHandle);
            return data != null || NumberOfElements == 0 ? data : throw Native.LastError();
        }

        private void ValidateType(Type type)
        {
            Type expected = dtype switch
            {
                ScalarType.Byte => typeof(byte),
                ScalarType.Int8 => typeof(sbyte),
                ScalarType.Int16 => typeof(short),
                ScalarType.Int32 => typeof(int),
                ScalarType.Int64 => typeof(long),
                ScalarType.Bool => typeof(bool),
                ScalarType.Float16 => typeof(Half),
                ScalarType.Float64 => typeof(double),
                _ => typeof(float),
            };
            if (type != expected)
            {
                throw new ArgumentException($"{type.Name} is not compatible with {dtype}");
            }
        }
    }
}
