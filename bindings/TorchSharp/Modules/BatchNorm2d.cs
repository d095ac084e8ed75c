using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>Each channel of the batch to mean 0 and variance 1. Affine and tracking by default.</summary>
    public sealed class BatchNorm2d : Norm2d
    {
        internal BatchNorm2d(
            long features, double eps, double momentum, bool affine, bool trackRunningStats, ScalarType? dtype)
            : base(nameof(BatchNorm2d), features, eps, momentum, affine, trackRunningStats, dtype)
        {
        }

        public override Tensor forward(Tensor input)
        {
            if (training)
            {
                num_batches_tracked?.add_(1);
            }

            return nn.functional.batch_norm(input, running_mean!, running_var!, weight, bias, UseBatchStatistics, Momentum, Eps);
        }
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            public static BatchNorm2d BatchNorm2d(
                long num_features,
                double eps = 1e-05,
                double momentum = 0.1,
                bool affine = true,
                bool track_running_stats = true,
                Device? device = null,
                ScalarType? dtype = null) =>
                new(num_features, eps, momentum, affine, track_running_stats, dtype);
        }
    }
}
