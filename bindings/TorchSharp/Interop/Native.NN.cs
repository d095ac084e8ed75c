using System.Runtime.InteropServices;

namespace TorchSharp.Interop;

// nn.cpp: what torch.nn.functional calls.
internal static unsafe partial class Native
{
    [LibraryImport(Library)]
    public static partial TensorHandle THSTensor_conv2d(
        TensorHandle input, TensorHandle weight, TensorHandle bias, ReadOnlySpan<long> strides, int strideCount,
        ReadOnlySpan<long> padding, int paddingCount, ReadOnlySpan<long> dilation, int dilationCount, long groups);

    [LibraryImport(Library)]
    public static partial TensorHandle THSTensor_max_pool2d(
        TensorHandle input, ReadOnlySpan<long> kernel, int kernelCount, ReadOnlySpan<long> strides, int strideCount,
        ReadOnlySpan<long> padding, int paddingCount, ReadOnlySpan<long> dilation, int dilationCount, int ceilMode);

    [LibraryImport(Library)]
    public static partial TensorHandle THSTensor_avg_pool2d(
        TensorHandle input, ReadOnlySpan<long> kernel, int kernelCount, ReadOnlySpan<long> strides, int strideCount,
        ReadOnlySpan<long> padding, int paddingCount, int ceilMode, int countIncludePad, long divisorOverride);

    [LibraryImport(Library)]
    public static partial TensorHandle THSNN_pad(TensorHandle input, ReadOnlySpan<long> pad, int count, int mode, double value);

    [LibraryImport(Library)]
    public static partial TensorHandle THSNN_grid_sample(
        TensorHandle input, TensorHandle grid, int mode, int padding, int alignCorners);

    [LibraryImport(Library)]
    public static partial TensorHandle THSNN_interpolate(
        TensorHandle input, ReadOnlySpan<long> size, int sizeCount, ReadOnlySpan<double> scale, int scaleCount,
        int mode, int alignCorners, int recomputeScaleFactor, int antialias);

    [LibraryImport(Library)]
    public static partial TensorHandle THSNN_batch_norm(
        TensorHandle input, TensorHandle runningMean, TensorHandle runningVar, TensorHandle weight, TensorHandle bias,
        int training, double momentum, double eps);

    [LibraryImport(Library)]
    public static partial TensorHandle THSNN_instance_norm(
        TensorHandle input, TensorHandle runningMean, TensorHandle runningVar, TensorHandle weight, TensorHandle bias,
        int useInputStats, double momentum, double eps);

    [LibraryImport(Library)]
    public static partial TensorHandle THSNN_pixel_shuffle(TensorHandle t, long factor);

    [LibraryImport(Library)]
    public static partial TensorHandle THSNN_pixel_unshuffle(TensorHandle t, long factor);

    [LibraryImport(Library)]
    public static partial TensorHandle THSNN_unfold(
        TensorHandle t, long kernel0, long kernel1, long dilation0, long dilation1, long padding0, long padding1,
        long stride0, long stride1);

    [LibraryImport(Library)]
    public static partial TensorHandle THSNN_mse_loss(TensorHandle input, TensorHandle target, long reduction);

    [LibraryImport(Library)]
    public static partial TensorHandle THSNN_l1_loss(TensorHandle input, TensorHandle target, long reduction);

    [LibraryImport(Library)]
    public static partial TensorHandle THSNN_smooth_l1_loss(TensorHandle input, TensorHandle target, long reduction, double beta);
}
