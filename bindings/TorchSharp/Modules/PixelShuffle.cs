using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>Channels to space.</summary>
    public sealed class PixelShuffle : nn.Module<Tensor, Tensor>
    {
        private readonly long _factor;

        internal PixelShuffle(long factor) : base(nameof(PixelShuffle)) => _factor = factor;

        public override Tensor forward(Tensor input) => nn.functional.pixel_shuffle(input, _factor);
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            public static PixelShuffle PixelShuffle(long upscale_factor) => new(upscale_factor);
        }
    }
}
