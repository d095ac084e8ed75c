using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>Another size, or so many times the size.</summary>
    public sealed class Upsample : nn.Module<Tensor, Tensor>
    {
        private readonly long[]? _size;
        private readonly double[]? _scale;
        private readonly UpsampleMode _mode;
        private readonly bool? _alignCorners;

        internal Upsample(long[]? size, double[]? scale, UpsampleMode mode, bool? alignCorners) : base(nameof(Upsample))
        {
            _size = size;
            _scale = scale;
            _mode = mode;
            _alignCorners = alignCorners;
        }

        public override Tensor forward(Tensor input) =>
            nn.functional.interpolate(input, _size, _scale, (InterpolationMode)_mode, _alignCorners);
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            public static Upsample Upsample(
                long[]? size = null,
                double[]? scale_factor = null,
                UpsampleMode mode = UpsampleMode.Nearest,
                bool? alignCorners = null) =>
                new(size, scale_factor, mode, alignCorners);
        }
    }
}
