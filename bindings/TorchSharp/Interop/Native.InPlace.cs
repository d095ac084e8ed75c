using System.Runtime.InteropServices;

namespace TorchSharp.Interop;

// pointwise.cpp: element by element, in place.
internal static unsafe partial class Native
{
    [LibraryImport(Library)]
    public static partial int THSTensor_zero_(TensorHandle t);

    [LibraryImport(Library)]
    public static partial int THSTensor_relu_(TensorHandle t);

    [LibraryImport(Library)]
    public static partial int THSTensor_sqrt_(TensorHandle t);

    [LibraryImport(Library)]
    public static partial int THSTensor_neg_(TensorHandle t);

    [LibraryImport(Library)]
    public static partial int THSTensor_mul_(TensorHandle t, TensorHandle other);

    [LibraryImport(Library)]
    public static partial int THSTensor_div_(TensorHandle t, TensorHandle other);

    [LibraryImport(Library)]
    public static partial int THSTensor_mul_scalar_(TensorHandle t, ScalarValue value);

    [LibraryImport(Library)]
    public static partial int THSTensor_div_scalar_(TensorHandle t, ScalarValue value);

    [LibraryImport(Library)]
    public static partial int THSTensor_pow_scalar_(TensorHandle t, ScalarValue value);

    [LibraryImport(Library)]
    public static partial int THSTensor_fill_(TensorHandle t, ScalarValue value);

    [LibraryImport(Library)]
    public static partial int THSTensor_add_(TensorHandle t, TensorHandle other, ScalarValue alpha);

    [LibraryImport(Library)]
    public static partial int THSTensor_add_scalar_(TensorHandle t, ScalarValue other, ScalarValue alpha);

    [LibraryImport(Library)]
    public static partial int THSTensor_sub_(TensorHandle t, TensorHandle other, ScalarValue alpha);

    [LibraryImport(Library)]
    public static partial int THSTensor_sub_scalar_(TensorHandle t, ScalarValue other, ScalarValue alpha);

    [LibraryImport(Library)]
    public static partial int THSTensor_clamp_(TensorHandle t, ScalarValue min, ScalarValue max);

    [LibraryImport(Library)]
    public static partial int THSTensor_copy_(TensorHandle t, TensorHandle source, int nonBlocking);

    [LibraryImport(Library)]
    public static partial int THSTensor_addcmul_(TensorHandle t, TensorHandle first, TensorHandle second, ScalarValue value);

    [LibraryImport(Library)]
    public static partial int THSTensor_addcdiv_(TensorHandle t, TensorHandle first, TensorHandle second, ScalarValue value);

    [LibraryImport(Library)]
    public static partial int THSTensor_lerp_(TensorHandle t, TensorHandle end, ScalarValue weight);

    [LibraryImport(Library)]
    public static partial int THSTensor_normal_(TensorHandle t, double mean, double std);

    [LibraryImport(Library)]
    public static partial int THSTensor_uniform_(TensorHandle t, double from, double to);
}
