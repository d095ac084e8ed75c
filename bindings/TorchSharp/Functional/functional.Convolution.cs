using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        // Convolution and pooling. Pass strides to the pools: their default differs between TorchSharp's versions.
        public static partial class functional
        {
            public static Tensor conv2d(
                Tensor input,
                Tensor weight,
                Tensor? bias = null,
                long[]? strides = null,
                long[]? padding = null,
                long[]? dilation = null,
                long groups = 1)
            {
                strides ??= [1];
                padding ??= [0];
                dilation ??= [1];
                return new(Native.THSTensor_conv2d(
                    input.SafeHandle,
                    weight.SafeHandle,
                    bias?.SafeHandle ?? TensorHandle.None,
                    strides,
                    strides.Length,
                    padding,
                    padding.Length,
                    dilation,
                    dilation.Length,
                    groups));
            }

            public static Tensor max_pool2d(
                Tensor input,
                long[] kernel_size,
                long[]? strides = null,
                long[]? padding = null,
                long[]? dilation = null,
                bool ceil_mode = false)
            {
                strides ??= kernel_size;
                padding ??= [0];
                dilation ??= [1];
                return new(Native.THSTensor_max_pool2d(
                    input.SafeHandle,
                    kernel_size,
                    kernel_size.Length,
                    strides,
                    strides.Length,
                    padding,
                    padding.Length,
                    dilation,
                    dilation.Length,
                    Flag(ceil_mode)));
            }

            public static Tensor avg_pool2d(
                Tensor input,
                long[] kernel_size,
                long[]? strides = null,
                long[]? padding = null,
                bool ceil_mode = false,
                bool count_include_pad = true)
            {
                strides ??= kernel_size;
                padding ??= [0];
                return new(Native.THSTensor_avg_pool2d(
                    input.SafeHandle,
                    kernel_size,
                    kernel_size.Length,
                    strides,
                    strides.Length,
                    padding,
                    padding.Length,
                    Flag(ceil_mode),
                    Flag(count_include_pad),
                    divisorOverride: 0));
            }

            /// <summary>NCHW to [N, C * kernel_size², places]: each column is one window. Only square windows, zero-padded.</summary>
            public static Tensor unfold(Tensor input, long kernel_size, long dilation = 1, long padding = 0, long stride = 1) =>
                new(Native.THSNN_unfold(
                    input.SafeHandle, kernel_size, kernel_size, dilation, dilation, padding, padding, stride, stride));
        }
    }
}
