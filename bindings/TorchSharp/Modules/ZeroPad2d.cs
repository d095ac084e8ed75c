using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>Adds to the borders: left, right, top, bottom.</summary>
    public sealed class ZeroPad2d : nn.Module<Tensor, Tensor>
    {
        private readonly long[] _padding;

        internal ZeroPad2d(long left, long right, long top, long bottom) : base(nameof(ZeroPad2d)) =>
            _padding = [left, right, top, bottom];

        public override Tensor forward(Tensor input) => nn.functional.pad(input, _padding, PaddingModes.Constant);
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            public static ZeroPad2d ZeroPad2d(long padding) => new(padding, padding, padding, padding);

            public static ZeroPad2d ZeroPad2d((long, long, long, long) padding) =>
                new(padding.Item1, padding.Item2, padding.Item3, padding.Item4);
        }
    }
}
