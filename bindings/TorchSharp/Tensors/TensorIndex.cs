using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>One entry of <c>tensor[...]</c>.</summary>
    public readonly struct TensorIndex
    {
        private readonly NativeIndex _native;
        private readonly Tensor? _tensor; // keeps it alive while it is an index

        private TensorIndex(NativeIndex native, Tensor? tensor = null)
        {
            _native = native;
            _tensor = tensor;
        }

        /// <summary>All that the other entries leave over.</summary>
        public static TensorIndex Ellipsis => new(new NativeIndex { Kind = 1 });

        /// <summary>A new dimension of size 1.</summary>
        public static TensorIndex None => new(new NativeIndex { Kind = 0 });

        /// <summary>The same as <see cref="None"/>.</summary>
        public static TensorIndex Null => None;

        /// <summary>The whole dimension.</summary>
        public static TensorIndex Colon => Slice();

        internal NativeIndex Native
        {
            get
            {
                NativeIndex native = _native;
                native.Tensor = _tensor?.Handle ?? IntPtr.Zero;
                return native;
            }
        }

        public static TensorIndex Slice(long? start = null, long? stop = null, long? step = null) => new(new NativeIndex
        {
            Kind = 4,
            HasStart = start.HasValue ? 1 : 0,
            HasStop = stop.HasValue ? 1 : 0,
            HasStep = step.HasValue ? 1 : 0,
            Start = start ?? 0,
            Stop = stop ?? 0,
            Step = step ?? 1,
        });

        public static TensorIndex Bool(bool value) => new(new NativeIndex { Kind = 2, Start = value ? 1 : 0 });

        public static TensorIndex Single(long? index) => new(new NativeIndex { Kind = 3, Start = index ?? 0 });

        public static TensorIndex Tensor(Tensor tensor) => new(new NativeIndex { Kind = 5 }, tensor);

        public static implicit operator TensorIndex(long value) => Single(value);

        public static implicit operator TensorIndex(Tensor value) => Tensor(value);

        public static implicit operator TensorIndex(Range range) => Slice(At(range.Start), Stop(range.End));

        private static long At(Index index) => index.IsFromEnd ? -index.Value : index.Value;

        private static long? Stop(Index index) => index is { IsFromEnd: true, Value: 0 } ? null : At(index);
    }
}
