using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>Space to channels.</summary>
    public sealed class PixelUnshuffle : nn.Module<Tensor, Tensor>
    {
        private readonly long _factor;

        internal PixelUnshuffle(long factor) : base(nameof(PixelUnshuffle)) => _factor = factor;

        public override Tensor forward(Tensor input) => nn.functional.pixel_unshuffle(input, _factor);
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            public static PixelUnshuffle PixelUnshuffle(long downscale_factor) => new(downscale_factor);
        }
    }
}
