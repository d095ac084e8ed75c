using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    // In place; each returns this tensor itself, as TorchSharp does since 0.100.5 (before: an alias). Don't dispose the result.
    public partial class Tensor
    {
        public Tensor zero_() => Changed(Native.THSTensor_zero_(SafeHandle));

        public Tensor relu_() => Changed(Native.THSTensor_relu_(SafeHandle));

        public Tensor sqrt_() => Changed(Native.THSTensor_sqrt_(SafeHandle));

        public Tensor neg_() => Changed(Native.THSTensor_neg_(SafeHandle));

        public Tensor mul_(Tensor target) => Changed(Native.THSTensor_mul_(SafeHandle, target.SafeHandle));

        public Tensor mul_(Scalar target) => Changed(Native.THSTensor_mul_scalar_(SafeHandle, target.Value));

        public Tensor div_(Tensor target) => Changed(Native.THSTensor_div_(SafeHandle, target.SafeHandle));

        public Tensor div_(Scalar target) => Changed(Native.THSTensor_div_scalar_(SafeHandle, target.Value));

        public Tensor add_(Tensor target) => add_(target, 1);

        public Tensor add_(Tensor target, Scalar alpha) => Changed(Native.THSTensor_add_(SafeHandle, target.SafeHandle, alpha.Value));

        public Tensor add_(Scalar scalar) => Changed(Native.THSTensor_add_scalar_(SafeHandle, scalar.Value, ScalarValue.Of(1L)));

        public Tensor sub_(Tensor target) => sub_(target, 1);

        public Tensor sub_(Tensor target, Scalar alpha) => Changed(Native.THSTensor_sub_(SafeHandle, target.SafeHandle, alpha.Value));

        public Tensor sub_(Scalar scalar) => Changed(Native.THSTensor_sub_scalar_(SafeHandle, scalar.Value, ScalarValue.Of(1L)));

        public Tensor pow_(Scalar exponent) => Changed(Native.THSTensor_pow_scalar_(SafeHandle, exponent.Value));

        public Tensor fill_(Scalar value) => Changed(Native.THSTensor_fill_(SafeHandle, value.Value));

        public Tensor clamp_(Scalar? min = null, Scalar? max = null) =>
            Changed(Native.THSTensor_clamp_(SafeHandle, min?.Value ?? ScalarValue.None, max?.Value ?? ScalarValue.None));

        public Tensor copy_(Tensor source, bool non_blocking = false) =>
            Changed(Native.THSTensor_copy_(SafeHandle, source.SafeHandle, Flag(non_blocking)));

        public Tensor addcmul_(Tensor tensor1, Tensor tensor2, Scalar value) =>
            Changed(Native.THSTensor_addcmul_(SafeHandle, tensor1.SafeHandle, tensor2.SafeHandle, value.Value));

        public Tensor addcdiv_(Tensor tensor1, Tensor tensor2, Scalar value) =>
            Changed(Native.THSTensor_addcdiv_(SafeHandle, tensor1.SafeHandle, tensor2.SafeHandle, value.Value));

        public Tensor lerp_(Tensor end, Scalar weight) => Changed(Native.THSTensor_lerp_(SafeHandle, end.SafeHandle, weight.Value));

        private Tensor Changed(int succeeded)
        {
            Native.Check(succeeded);
            return this;
        }
    }
}
