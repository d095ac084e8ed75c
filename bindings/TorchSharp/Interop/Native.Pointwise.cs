using System.Runtime.InteropServices;

namespace TorchSharp.Interop;

// pointwise.cpp: element by element, into a fresh tensor.
internal static unsafe partial class Native
{
    [LibraryImport(Library)]
    public static partial TensorHandle THSTensor_neg(TensorHandle t);

    [LibraryImport(Library)]
    public static partial TensorHandle THSTensor_abs(TensorHandle t);

    [LibraryImport(Library)]
    public static partial TensorHandle THSTensor_sqrt(TensorHandle t);

    [LibraryImport(Library)]
    public static partial TensorHandle THSTensor_rsqrt(TensorHandle t);

    [LibraryImport(Library)]
    public static partial TensorHandle THSTensor_square(TensorHandle t);

    [LibraryImport(Library)]
    public static partial TensorHandle THSTensor_reciprocal(TensorHandle t);

    [LibraryImport(Library)]
    public static partial TensorHandle THSTensor_exp(TensorHandle t);

    [LibraryImport(Library)]
    public static partial TensorHandle THSTensor_log(TensorHandle t);

    [LibraryImport(Library)]
    public static partial TensorHandle THSTensor_sin(TensorHandle t);

    [LibraryImport(Library)]
    public static partial TensorHandle THSTensor_cos(TensorHandle t);

    [LibraryImport(Library)]
    public static partial TensorHandle THSTensor_floor(TensorHandle t);

    [LibraryImport(Library)]
    public static partial TensorHandle THSTensor_ceil(TensorHandle t);

    [LibraryImport(Library)]
    public static partial TensorHandle THSTensor_round(TensorHandle t);

    [LibraryImport(Library)]
    public static partial TensorHandle THSTensor_sign(TensorHandle t);

    [LibraryImport(Library)]
    public static partial TensorHandle THSTensor_relu(TensorHandle t);

    [LibraryImport(Library)]
    public static partial TensorHandle THSTensor_sigmoid(TensorHandle t);

    [LibraryImport(Library)]
    public static partial TensorHandle THSTensor_tanh(TensorHandle t);

    [LibraryImport(Library)]
    public static partial TensorHandle THSTensor_logical_not(TensorHandle t);

    [LibraryImport(Library)]
    public static partial TensorHandle THSTensor_isnan(TensorHandle t);

    [LibraryImport(Library)]
    public static partial TensorHandle THSTensor_isinf(TensorHandle t);

    [LibraryImport(Library)]
    public static partial TensorHandle THSTensor_isfinite(TensorHandle t);

    [LibraryImport(Library)]
    public static partial TensorHandle THSTensor_softplus(TensorHandle t);

    [LibraryImport(Library)]
    public static partial TensorHandle THSTensor_silu(TensorHandle t);

    [LibraryImport(Library)]
    public static partial TensorHandle THSTensor_mul(TensorHandle t, TensorHandle other);

    [LibraryImport(Library)]
    public static partial TensorHandle THSTensor_div(TensorHandle t, TensorHandle other);

    [LibraryImport(Library)]
    public static partial TensorHandle THSTensor_pow(TensorHandle t, TensorHandle other);

    [LibraryImport(Library)]
    public static partial TensorHandle THSTensor_maximum(TensorHandle t, TensorHandle other);

    [LibraryImport(Library)]
    public static partial TensorHandle THSTensor_minimum(TensorHandle t, TensorHandle other);

    [LibraryImport(Library)]
    public static partial TensorHandle THSTensor_atan2(TensorHandle t, TensorHandle other);

    [LibraryImport(Library)]
    public static partial TensorHandle THSTensor_eq(TensorHandle t, TensorHandle other);

    [LibraryImport(Library)]
    public static partial TensorHandle THSTensor_ne(TensorHandle t, TensorHandle other);

    [LibraryImport(Library)]
    public static partial TensorHandle THSTensor_lt(TensorHandle t, TensorHandle other);

    [LibraryImport(Library)]
    public static partial TensorHandle THSTensor_le(TensorHandle t, TensorHandle other);

    [LibraryImport(Library)]
    public static partial TensorHandle THSTensor_gt(TensorHandle t, TensorHandle other);

    [LibraryImport(Library)]
    public static partial TensorHandle THSTensor_ge(TensorHandle t, TensorHandle other);

    [LibraryImport(Library)]
    public static partial TensorHandle THSTensor_logical_and(TensorHandle t, TensorHandle other);

    [LibraryImport(Library)]
    public static partial TensorHandle THSTensor_logical_or(TensorHandle t, TensorHandle other);

    [LibraryImport(Library)]
    public static partial TensorHandle THSTensor_inverse(TensorHandle t);

    [LibraryImport(Library)]
    public static partial TensorHandle THSTensor_matmul(TensorHandle t, TensorHandle other);

    [LibraryImport(Library)]
    public static partial TensorHandle THSTensor_mm(TensorHandle t, TensorHandle other);

    [LibraryImport(Library)]
    public static partial TensorHandle THSTensor_bmm(TensorHandle t, TensorHandle other);

    [LibraryImport(Library)]
    public static partial TensorHandle THSTensor_mul_scalar(TensorHandle t, ScalarValue value);

    [LibraryImport(Library)]
    public static partial TensorHandle THSTensor_div_scalar(TensorHandle t, ScalarValue value);

    [LibraryImport(Library)]
    public static partial TensorHandle THSTensor_rdiv_scalar(TensorHandle t, ScalarValue value);

    [LibraryImport(Library)]
    public static partial TensorHandle THSTensor_rsub_scalar(TensorHandle t, ScalarValue value);

    [LibraryImport(Library)]
    public static partial TensorHandle THSTensor_pow_scalar(TensorHandle t, ScalarValue value);

    [LibraryImport(Library)]
    public static partial TensorHandle THSTensor_eq_scalar(TensorHandle t, ScalarValue value);

    [LibraryImport(Library)]
    public static partial TensorHandle THSTensor_ne_scalar(TensorHandle t, ScalarValue value);

    [LibraryImport(Library)]
    public static partial TensorHandle THSTensor_lt_scalar(TensorHandle t, ScalarValue value);

    [LibraryImport(Library)]
    public static partial TensorHandle THSTensor_le_scalar(TensorHandle t, ScalarValue value);

    [LibraryImport(Library)]
    public static partial TensorHandle THSTensor_gt_scalar(TensorHandle t, ScalarValue value);

    [LibraryImport(Library)]
    public static partial TensorHandle THSTensor_ge_scalar(TensorHandle t, ScalarValue value);

    [LibraryImport(Library)]
    public static partial TensorHandle THSTensor_leaky_relu(TensorHandle t, ScalarValue value);

    [LibraryImport(Library)]
    public static partial TensorHandle THSTensor_add(TensorHandle t, TensorHandle other, ScalarValue alpha);

    [LibraryImport(Library)]
    public static partial TensorHandle THSTensor_add_scalar(TensorHandle t, ScalarValue other, ScalarValue alpha);

    [LibraryImport(Library)]
    public static partial TensorHandle THSTensor_sub(TensorHandle t, TensorHandle other, ScalarValue alpha);

    [LibraryImport(Library)]
    public static partial TensorHandle THSTensor_sub_scalar(TensorHandle t, ScalarValue other, ScalarValue alpha);

    [LibraryImport(Library)]
    public static partial TensorHandle THSTensor_clamp(TensorHandle t, ScalarValue min, ScalarValue max);

    [LibraryImport(Library)]
    public static partial TensorHandle THSTensor_where(TensorHandle condition, TensorHandle x, TensorHandle y);

    [LibraryImport(Library)]
    public static partial TensorHandle THSTensor_lerp(TensorHandle t, TensorHandle end, ScalarValue weight);
}
