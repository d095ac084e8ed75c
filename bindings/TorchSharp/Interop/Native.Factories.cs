using System.Runtime.InteropServices;

namespace TorchSharp.Interop;

// factories.cpp: fresh tensors.
internal static unsafe partial class Native
{
    [LibraryImport(Library)]
    public static partial TensorHandle THSTensor_zeros(ReadOnlySpan<long> dims, int count, sbyte dtype, int requiresGrad);

    [LibraryImport(Library)]
    public static partial TensorHandle THSTensor_ones(ReadOnlySpan<long> dims, int count, sbyte dtype, int requiresGrad);

    [LibraryImport(Library)]
    public static partial TensorHandle THSTensor_empty(ReadOnlySpan<long> dims, int count, sbyte dtype, int requiresGrad);

    [LibraryImport(Library)]
    public static partial TensorHandle THSTensor_rand(ReadOnlySpan<long> dims, int count, sbyte dtype, int requiresGrad);

    [LibraryImport(Library)]
    public static partial TensorHandle THSTensor_randn(ReadOnlySpan<long> dims, int count, sbyte dtype, int requiresGrad);

    [LibraryImport(Library)]
    public static partial TensorHandle THSTensor_zeros_like(TensorHandle t, sbyte dtype, int requiresGrad);

    [LibraryImport(Library)]
    public static partial TensorHandle THSTensor_ones_like(TensorHandle t, sbyte dtype, int requiresGrad);

    [LibraryImport(Library)]
    public static partial TensorHandle THSTensor_empty_like(TensorHandle t, sbyte dtype, int requiresGrad);

    [LibraryImport(Library)]
    public static partial TensorHandle THSTensor_rand_like(TensorHandle t, sbyte dtype, int requiresGrad);

    [LibraryImport(Library)]
    public static partial TensorHandle THSTensor_randn_like(TensorHandle t, sbyte dtype, int requiresGrad);

    [LibraryImport(Library)]
    public static partial TensorHandle THSTensor_full(
        ReadOnlySpan<long> dims, int count, ScalarValue value, sbyte dtype, int requiresGrad);

    [LibraryImport(Library)]
    public static partial TensorHandle THSTensor_full_like(TensorHandle t, ScalarValue value, sbyte dtype, int requiresGrad);

    [LibraryImport(Library)]
    public static partial TensorHandle THSTensor_randint(
        long low, long high, ReadOnlySpan<long> dims, int count, sbyte dtype, int requiresGrad);

    [LibraryImport(Library)]
    public static partial TensorHandle THSTensor_randperm(long n, sbyte dtype);

    [LibraryImport(Library)]
    public static partial TensorHandle THSTensor_arange(
        ScalarValue start, ScalarValue stop, ScalarValue step, sbyte dtype, int requiresGrad);

    [LibraryImport(Library)]
    public static partial TensorHandle THSTensor_linspace(double start, double end, long steps, sbyte dtype, int requiresGrad);

    [LibraryImport(Library)]
    public static partial TensorHandle THSTensor_eye(long rows, long columns, sbyte dtype, int requiresGrad);

    [LibraryImport(Library)]
    public static partial TensorHandle THSTensor_from_data(
        void* data, sbyte sourceType, ReadOnlySpan<long> dims, int count, sbyte dtype, int requiresGrad);
}
