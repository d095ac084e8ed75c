using System.Runtime.InteropServices;

namespace TorchSharp.Interop;

// tensor.cpp: a tensor's life, properties, data and gradient.
internal static unsafe partial class Native
{
    [LibraryImport(Library)]
    public static partial void THSTensor_dispose(IntPtr tensor);

    [LibraryImport(Library)]
    public static partial TensorHandle THSTensor_alias(TensorHandle t);

    [LibraryImport(Library)]
    public static partial long THSTensor_ndimension(TensorHandle t);

    [LibraryImport(Library)]
    public static partial long THSTensor_numel(TensorHandle t);

    [LibraryImport(Library)]
    public static partial long THSTensor_size(TensorHandle t, long dim);

    [LibraryImport(Library)]
    public static partial long THSTensor_stride(TensorHandle t, long dim);

    [LibraryImport(Library)]
    public static partial long THSTensor_element_size(TensorHandle t);

    [LibraryImport(Library)]
    public static partial sbyte THSTensor_type(TensorHandle t);

    [LibraryImport(Library)]
    public static partial int THSTensor_is_contiguous(TensorHandle t);

    [LibraryImport(Library)]
    public static partial int THSTensor_is_leaf(TensorHandle t);

    [LibraryImport(Library)]
    public static partial int THSTensor_requires_grad(TensorHandle t);

    [LibraryImport(Library)]
    public static partial void* THSTensor_data(TensorHandle t);

    [LibraryImport(Library)]
    public static partial int THSTensor_set_requires_grad(TensorHandle t, int requiresGrad);

    [LibraryImport(Library)]
    public static partial TensorHandle THSTensor_grad(TensorHandle t, out int ok);

    [LibraryImport(Library)]
    public static partial int THSTensor_set_grad(TensorHandle t, TensorHandle grad);

    [LibraryImport(Library)]
    public static partial int THSTensor_backward(TensorHandle t, TensorHandle gradient, int retainGraph, int createGraph);

    [LibraryImport(Library)]
    public static partial TensorHandle THSTensor_detach(TensorHandle t);

    [LibraryImport(Library)]
    public static partial TensorHandle THSTensor_clone(TensorHandle t);

    [LibraryImport(Library)]
    public static partial TensorHandle THSTensor_contiguous(TensorHandle t);

    [LibraryImport(Library)]
    public static partial TensorHandle THSTensor_to_type(TensorHandle t, sbyte dtype, int copy);

    [LibraryImport(Library)]
    public static partial int THSTensor_item_double(TensorHandle t, out double value);

    [LibraryImport(Library)]
    public static partial int THSTensor_item_int64(TensorHandle t, out long value);

    [LibraryImport(Library)]
    public static partial int THSTorch_grad_mode_enabled();

    [LibraryImport(Library)]
    public static partial void THSTorch_set_grad_mode(int enabled);

    [LibraryImport(Library)]
    public static partial int THSTorch_manual_seed(long seed);

    [LibraryImport(Library)]
    public static partial int THSTorch_get_num_threads();

    [LibraryImport(Library)]
    public static partial int THSTorch_set_num_threads(int threads);
}
