using System.Runtime.InteropServices;

namespace TorchSharp.Interop;

// reductions.cpp: many elements to few.
internal static unsafe partial class Native
{
    [LibraryImport(Library)]
    public static partial TensorHandle THSTensor_sum(TensorHandle t, sbyte dtype);

    [LibraryImport(Library)]
    public static partial TensorHandle THSTensor_sum_dims(
        TensorHandle t, ReadOnlySpan<long> dims, int count, int keepdim, sbyte dtype);

    [LibraryImport(Library)]
    public static partial TensorHandle THSTensor_mean(TensorHandle t, sbyte dtype);

    [LibraryImport(Library)]
    public static partial TensorHandle THSTensor_mean_dims(
        TensorHandle t, ReadOnlySpan<long> dims, int count, int keepdim, sbyte dtype);

    [LibraryImport(Library)]
    public static partial TensorHandle THSTensor_var(TensorHandle t, int unbiased);

    [LibraryImport(Library)]
    public static partial TensorHandle THSTensor_var_dims(
        TensorHandle t, ReadOnlySpan<long> dims, int count, int unbiased, int keepdim);

    [LibraryImport(Library)]
    public static partial TensorHandle THSTensor_std(TensorHandle t, int unbiased);

    [LibraryImport(Library)]
    public static partial TensorHandle THSTensor_std_dims(
        TensorHandle t, ReadOnlySpan<long> dims, int count, int unbiased, int keepdim);

    [LibraryImport(Library)]
    public static partial TensorHandle THSTensor_max_dim(TensorHandle t, long dim, int keepdim, out IntPtr indices);

    [LibraryImport(Library)]
    public static partial TensorHandle THSTensor_min_dim(TensorHandle t, long dim, int keepdim, out IntPtr indices);

    [LibraryImport(Library)]
    public static partial TensorHandle THSTensor_amax(TensorHandle t, ReadOnlySpan<long> dims, int count, int keepdim);

    [LibraryImport(Library)]
    public static partial TensorHandle THSTensor_amin(TensorHandle t, ReadOnlySpan<long> dims, int count, int keepdim);

    [LibraryImport(Library)]
    public static partial TensorHandle THSTensor_norm(TensorHandle t, ScalarValue p);

    [LibraryImport(Library)]
    public static partial TensorHandle THSTensor_norm_dim(TensorHandle t, long dim, int keepdim, ScalarValue p);

    [LibraryImport(Library)]
    public static partial int THSTensor_allclose(
        TensorHandle t, TensorHandle other, double rtol, double atol, int equalNan, out int close);

    [LibraryImport(Library)]
    public static partial int THSTensor_equal(TensorHandle t, TensorHandle other, out int same);

    [LibraryImport(Library)]
    public static partial TensorHandle THSTensor_max(TensorHandle t);

    [LibraryImport(Library)]
    public static partial TensorHandle THSTensor_min(TensorHandle t);

    [LibraryImport(Library)]
    public static partial TensorHandle THSTensor_argmax(TensorHandle t);

    [LibraryImport(Library)]
    public static partial TensorHandle THSTensor_argmin(TensorHandle t);

    [LibraryImport(Library)]
    public static partial TensorHandle THSTensor_all(TensorHandle t);

    [LibraryImport(Library)]
    public static partial TensorHandle THSTensor_any(TensorHandle t);
}
