using System.Runtime.InteropServices;

namespace TorchSharp.Interop;

// shapes.cpp: other views and arrangements of the same elements.
internal static unsafe partial class Native
{
    [LibraryImport(Library)]
    public static partial TensorHandle THSTensor_reshape(TensorHandle t, ReadOnlySpan<long> dims, int count);

    [LibraryImport(Library)]
    public static partial TensorHandle THSTensor_view(TensorHandle t, ReadOnlySpan<long> dims, int count);

    [LibraryImport(Library)]
    public static partial TensorHandle THSTensor_permute(TensorHandle t, ReadOnlySpan<long> dims, int count);

    [LibraryImport(Library)]
    public static partial TensorHandle THSTensor_expand(TensorHandle t, ReadOnlySpan<long> dims, int count);

    [LibraryImport(Library)]
    public static partial TensorHandle THSTensor_repeat(TensorHandle t, ReadOnlySpan<long> dims, int count);

    [LibraryImport(Library)]
    public static partial TensorHandle THSTensor_flip(TensorHandle t, ReadOnlySpan<long> dims, int count);

    [LibraryImport(Library)]
    public static partial TensorHandle THSTensor_roll(
        TensorHandle t, ReadOnlySpan<long> shifts, int shiftCount, ReadOnlySpan<long> dims, int dimCount);

    [LibraryImport(Library)]
    public static partial TensorHandle THSTensor_transpose(TensorHandle t, long dim0, long dim1);

    [LibraryImport(Library)]
    public static partial TensorHandle THSTensor_t(TensorHandle t);

    [LibraryImport(Library)]
    public static partial TensorHandle THSTensor_squeeze(TensorHandle t);

    [LibraryImport(Library)]
    public static partial TensorHandle THSTensor_squeeze_dim(TensorHandle t, long dim);

    [LibraryImport(Library)]
    public static partial TensorHandle THSTensor_unsqueeze(TensorHandle t, long dim);

    [LibraryImport(Library)]
    public static partial TensorHandle THSTensor_flatten(TensorHandle t, long start, long end);

    [LibraryImport(Library)]
    public static partial TensorHandle THSTensor_narrow(TensorHandle t, long dim, long start, long length);

    [LibraryImport(Library)]
    public static partial TensorHandle THSTensor_slice(TensorHandle t, long dim, long start, long finish, long step);

    [LibraryImport(Library)]
    public static partial TensorHandle THSTensor_select(TensorHandle t, long dim, long index);

    [LibraryImport(Library)]
    public static partial TensorHandle THSTensor_index_select(TensorHandle t, long dim, TensorHandle index);

    [LibraryImport(Library)]
    public static partial TensorHandle THSTensor_gather(TensorHandle t, long dim, TensorHandle index);

    [LibraryImport(Library)]
    public static partial TensorHandle THSTensor_index(TensorHandle t, ReadOnlySpan<NativeIndex> indices, int count);

    [LibraryImport(Library)]
    public static partial int THSTensor_index_put_(
        TensorHandle t, ReadOnlySpan<NativeIndex> indices, int count, TensorHandle value);

    [LibraryImport(Library)]
    public static partial int THSTensor_index_put_scalar_(
        TensorHandle t, ReadOnlySpan<NativeIndex> indices, int count, ScalarValue value);

    [LibraryImport(Library)]
    public static partial TensorHandle THSTensor_cat(ReadOnlySpan<IntPtr> tensors, int count, long dim);

    [LibraryImport(Library)]
    public static partial TensorHandle THSTensor_stack(ReadOnlySpan<IntPtr> tensors, int count, long dim);

    [LibraryImport(Library)]
    public static partial int THSTensor_meshgrid(ReadOnlySpan<IntPtr> tensors, int count, Span<IntPtr> results);
}
