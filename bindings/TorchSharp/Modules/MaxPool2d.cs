using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>The largest value of each window.</summary>
    public sealed class MaxPool2d : nn.Module<Tensor, Tensor>
    {
        private readonly long _kernel;
        private readonly long _stride;
        private readonly long _padding;
        private readonly long _dilation;
        private readonly bool _ceilMode;

        internal MaxPool2d(long kernel, long stride, long padding, long dilation, bool ceilMode) : base(nameof(MaxPool2d))
        {
            _kernel = kernel;
            _stride = stride;
            _padding = padding;
            _dilation = dilation;
            _ceilMode = ceilMode;
        }

        public override Tensor forward(Tensor input) =>
            nn.functional.max_pool2d(
                input, [_kernel, _kernel], [_stride, _stride], [_padding, _padding], [_dilation, _dilation], _ceilMode);
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            public static MaxPool2d MaxPool2d(
                long kernel_size, long? stride = null, long? padding = null, long? dilation = null, bool ceil_mode = false) =>
                new(kernel_size, stride ?? kernel_size, padding ?? 0, dilation ?? 1, ceil_mode);
        }
    }
}
