using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        // Activations and normalisation.
        public static partial class functional
        {
            public static Tensor relu(Tensor x, bool inplace = false) => inplace ? x.relu_().alias() : x.relu();

            public static Tensor leaky_relu(Tensor input, double negative_slope, bool inplace = false) =>
                inplace
                    ? throw new NotSupportedException("leaky_relu in place is not bound.")
                    : new(Native.THSTensor_leaky_relu(input.SafeHandle, ScalarValue.Of(negative_slope)));

            public static Tensor tanh(Tensor x, bool inplace = false) =>
                inplace ? throw new NotSupportedException("tanh in place is not bound.") : x.tanh();

            public static Tensor batch_norm(
                Tensor input,
                Tensor running_mean,
                Tensor running_var,
                Tensor? weight = null,
                Tensor? bias = null,
                bool training = false,
                double momentum = 0.1,
                double eps = 1e-5) =>
                new(Native.THSNN_batch_norm(
                    input.SafeHandle,
                    OrNone(running_mean),
                    OrNone(running_var),
                    OrNone(weight),
                    OrNone(bias),
                    Flag(training),
                    momentum,
                    eps));

            public static Tensor instance_norm(
                Tensor input,
                Tensor? running_mean = null,
                Tensor? running_var = null,
                Tensor? weight = null,
                Tensor? bias = null,
                bool use_input_stats = true,
                double momentum = 0.1,
                double eps = 1e-5) =>
                new(Native.THSNN_instance_norm(
                    input.SafeHandle,
                    OrNone(running_mean),
                    OrNone(running_var),
                    OrNone(weight),
                    OrNone(bias),
                    Flag(use_input_stats),
                    momentum,
                    eps));

            private static TensorHandle OrNone(Tensor? tensor) => tensor?.SafeHandle ?? TensorHandle.None;
        }
    }
}
