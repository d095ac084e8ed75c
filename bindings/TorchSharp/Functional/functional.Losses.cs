using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        // Losses.
        public static partial class functional
        {
            public static Tensor mse_loss(Tensor input, Tensor target, Reduction reduction = Reduction.Mean) =>
                new(Native.THSNN_mse_loss(input.SafeHandle, target.SafeHandle, (long)reduction));

            public static Tensor l1_loss(Tensor input, Tensor target, Reduction reduction = Reduction.Mean) =>
                new(Native.THSNN_l1_loss(input.SafeHandle, target.SafeHandle, (long)reduction));

            public static Tensor smooth_l1_loss(
                Tensor input, Tensor target, Reduction reduction = Reduction.Mean, double beta = 1.0) =>
                new(Native.THSNN_smooth_l1_loss(input.SafeHandle, target.SafeHandle, (long)reduction, beta));
        }
    }
}
