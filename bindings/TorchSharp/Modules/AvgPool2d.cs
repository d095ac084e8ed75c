using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>The mean of each window.</summary>
    public sealed class AvgPool2d : nn.Module<Tensor, Tensor>
    {
        private readonly long _kernel;
        private readonly long _stride;
        private readonly long _padding;
        private readonly bool _ceilMode;
        private readonly bool _countIncludePad;

        internal AvgPool2d(long kernel, long stride, long padding, bool ceilMode, bool countIncludePad) : base(nameof(AvgPool2d))
        {
            _kernel = kernel;
            _stride = stride;
            _padding = padding;
            _ceilMode = ceilMode;
            _countIncludePad = countIncludePad;
        }

        public override Tensor forward(Tensor input) =>
            nn.functional.avg_pool2d(
                input, [_kernel, _kernel], [_stride, _stride], [_padding, _padding], _ceilMode, _countIncludePad);
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            public static AvgPool2d AvgPool2d(
                long kernel_size, long? stride = null, long? padding = null, bool ceil_mode = false, bool count_include_pad = true) =>
                new(kernel_size, stride ?? kernel_size, padding ?? 0, ceil_mode, count_include_pad);
        }
    }
}
