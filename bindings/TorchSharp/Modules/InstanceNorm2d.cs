using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>Each channel of each image to mean 0 and variance 1. Neither affine nor tracking by default.</summary>
    public sealed class InstanceNorm2d : Norm2d
    {
        internal InstanceNorm2d(
            long features, double eps, double momentum, bool affine, bool trackRunningStats, ScalarType? dtype)
            : base(nameof(InstanceNorm2d), features, eps, momentum, affine, trackRunningStats, dtype)
        {
        }

        public override Tensor forward(Tensor input) =>
            nn.functional.instance_norm(input, running_mean, running_var, weight, bias, UseBatchStatistics, Momentum, Eps);
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            public static InstanceNorm2d InstanceNorm2d(
                long num_features,
                double eps = 1e-05,
                double momentum = 0.1,
                bool affine = false,
                bool track_running_stats = false,
                Device? device = null,
                ScalarType? dtype = null) =>
                new(num_features, eps, momentum, affine, track_running_stats, dtype);
        }
    }
}
