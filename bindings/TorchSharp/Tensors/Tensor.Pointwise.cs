using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    // Element by element, into a fresh tensor.
    public partial class Tensor
    {
        public Tensor neg() => new(Native.THSTensor_neg(SafeHandle));

        public Tensor abs() => new(Native.THSTensor_abs(SafeHandle));

        public Tensor sqrt() => new(Native.THSTensor_sqrt(SafeHandle));

        public Tensor rsqrt() => new(Native.THSTensor_rsqrt(SafeHandle));

        public Tensor square() => new(Native.THSTensor_square(SafeHandle));

        public Tensor reciprocal() => new(Native.THSTensor_reciprocal(SafeHandle));

        public Tensor exp() => new(Native.THSTensor_exp(SafeHandle));

        public Tensor log() => new(Native.THSTensor_log(SafeHandle));

        public Tensor sin() => new(Native.THSTensor_sin(SafeHandle));

        public Tensor cos() => new(Native.THSTensor_cos(SafeHandle));

        public Tensor floor() => new(Native.THSTensor_floor(SafeHandle));

        public Tensor ceil() => new(Native.THSTensor_ceil(SafeHandle));

        public Tensor round() => new(Native.THSTensor_round(SafeHandle));

        public Tensor sign() => new(Native.THSTensor_sign(SafeHandle));

        public Tensor relu() => new(Native.THSTensor_relu(SafeHandle));

        public Tensor sigmoid() => new(Native.THSTensor_sigmoid(SafeHandle));

        public Tensor tanh() => new(Native.THSTensor_tanh(SafeHandle));

        public Tensor logical_not() => new(Native.THSTensor_logical_not(SafeHandle));

        public Tensor isnan() => new(Native.THSTensor_isnan(SafeHandle));

        public Tensor isinf() => new(Native.THSTensor_isinf(SafeHandle));

        public Tensor isfinite() => new(Native.THSTensor_isfinite(SafeHandle));

        public Tensor mul(Tensor target) => new(Native.THSTensor_mul(SafeHandle, target.SafeHandle));

        public Tensor mul(Scalar target) => new(Native.THSTensor_mul_scalar(SafeHandle, target.Value));

        public Tensor div(Tensor target) => new(Native.THSTensor_div(SafeHandle, target.SafeHandle));

        public Tensor div(Scalar target) => new(Native.THSTensor_div_scalar(SafeHandle, target.Value));

        public Tensor add(Tensor target) => add(target, 1);

        public Tensor add(Tensor target, Scalar alpha) => new(Native.THSTensor_add(SafeHandle, target.SafeHandle, alpha.Value));

        public Tensor add(Scalar scalar) => new(Native.THSTensor_add_scalar(SafeHandle, scalar.Value, ScalarValue.Of(1L)));

        public Tensor sub(Tensor target) => sub(target, 1);

        public Tensor sub(Tensor target, Scalar alpha) => new(Native.THSTensor_sub(SafeHandle, target.SafeHandle, alpha.Value));

        public Tensor sub(Scalar scalar) => new(Native.THSTensor_sub_scalar(SafeHandle, scalar.Value, ScalarValue.Of(1L)));

        public Tensor pow(Tensor exponent) => new(Native.THSTensor_pow(SafeHandle, exponent.SafeHandle));

        public Tensor pow(Scalar exponent) => new(Native.THSTensor_pow_scalar(SafeHandle, exponent.Value));

        public Tensor clamp(Scalar? min = null, Scalar? max = null) =>
            new(Native.THSTensor_clamp(SafeHandle, min?.Value ?? ScalarValue.None, max?.Value ?? ScalarValue.None));

        public Tensor lerp(Tensor end, Scalar weight) => new(Native.THSTensor_lerp(SafeHandle, end.SafeHandle, weight.Value));

        public Tensor maximum(Tensor other) => new(Native.THSTensor_maximum(SafeHandle, other.SafeHandle));

        public Tensor minimum(Tensor other) => new(Native.THSTensor_minimum(SafeHandle, other.SafeHandle));

        public Tensor atan2(Tensor other) => new(Native.THSTensor_atan2(SafeHandle, other.SafeHandle));

        public Tensor logical_and(Tensor other) => new(Native.THSTensor_logical_and(SafeHandle, other.SafeHandle));

        public Tensor logical_or(Tensor other) => new(Native.THSTensor_logical_or(SafeHandle, other.SafeHandle));

        public Tensor eq(Tensor target) => new(Native.THSTensor_eq(SafeHandle, target.SafeHandle));

        public Tensor eq(Scalar target) => new(Native.THSTensor_eq_scalar(SafeHandle, target.Value));

        public Tensor ne(Tensor target) => new(Native.THSTensor_ne(SafeHandle, target.SafeHandle));

        public Tensor ne(Scalar target) => new(Native.THSTensor_ne_scalar(SafeHandle, target.Value));

        public Tensor lt(Tensor target) => new(Native.THSTensor_lt(SafeHandle, target.SafeHandle));

        public Tensor lt(Scalar target) => new(Native.THSTensor_lt_scalar(SafeHandle, target.Value));

        public Tensor le(Tensor target) => new(Native.THSTensor_le(SafeHandle, target.SafeHandle));

        public Tensor le(Scalar target) => new(Native.THSTensor_le_scalar(SafeHandle, target.Value));

        public Tensor gt(Tensor target) => new(Native.THSTensor_gt(SafeHandle, target.SafeHandle));

        public Tensor gt(Scalar target) => new(Native.THSTensor_gt_scalar(SafeHandle, target.Value));

        public Tensor ge(Tensor target) => new(Native.THSTensor_ge(SafeHandle, target.SafeHandle));

        public Tensor ge(Scalar target) => new(Native.THSTensor_ge_scalar(SafeHandle, target.Value));

        public Tensor matmul(Tensor target) => new(Native.THSTensor_matmul(SafeHandle, target.SafeHandle));

        public Tensor mm(Tensor target) => new(Native.THSTensor_mm(SafeHandle, target.SafeHandle));

        public Tensor bmm(Tensor batch2) => new(Native.THSTensor_bmm(SafeHandle, batch2.SafeHandle));
    }
}
