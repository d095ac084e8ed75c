using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>A square 2D convolution, with PyTorch's first values: uniform within 1 / sqrt(fan in).</summary>
    public sealed class Conv2d : nn.Module<Tensor, Tensor>
    {
        private readonly long[] _stride;
        private readonly long[] _padding;
        private readonly long[] _dilation;
        private readonly long _groups;
        private readonly PaddingModes _paddingMode;

        internal Conv2d(
            long inChannels,
            long outChannels,
            long kernelSize,
            long stride,
            long padding,
            long dilation,
            PaddingModes paddingMode,
            long groups,
            bool bias,
            ScalarType? dtype)
            : base(nameof(Conv2d))
        {
            _stride = [stride, stride];
            _padding = [padding, padding];
            _dilation = [dilation, dilation];
            _groups = groups;
            _paddingMode = paddingMode;
            double bound = 1 / Math.Sqrt(inChannels / groups * kernelSize * kernelSize);
            weight = Uniform([outChannels, inChannels / groups, kernelSize, kernelSize], bound, dtype);
            register_parameter(nameof(weight), weight);
            if (bias)
            {
                this.bias = Uniform([outChannels], bound, dtype);
                register_parameter(nameof(bias), this.bias);
            }
        }

        public Parameter weight { get; }

        public Parameter? bias { get; }

        public override Tensor forward(Tensor input)
        {
            if (_paddingMode == PaddingModes.Zeros)
            {
                return nn.functional.conv2d(input, weight, bias, _stride, _padding, _dilation, _groups);
            }

            using Tensor padded = nn.functional.pad(input, [_padding[1], _padding[1], _padding[0], _padding[0]], _paddingMode);
            return nn.functional.conv2d(padded, weight, bias, _stride, [0, 0], _dilation, _groups);
        }

        private static Parameter Uniform(long[] size, double bound, ScalarType? dtype)
        {
            var parameter = new Parameter(empty(size, dtype));
            nn.init.uniform_(parameter, -bound, bound);
            parameter.DetachFromDisposeScope();
            return parameter;
        }
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            public static Conv2d Conv2d(
                long in_channels,
                long out_channels,
                long kernel_size,
                long stride = 1,
                long padding = 0,
                long dilation = 1,
                PaddingModes padding_mode = PaddingModes.Zeros,
                long groups = 1,
                bool bias = true,
                Device? device = null,
                ScalarType? dtype = null) =>
                new(in_channels, out_channels, kernel_size, stride, padding, dilation, padding_mode, groups, bias, dtype);
        }
    }
}
