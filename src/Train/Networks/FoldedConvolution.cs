using static TorchSharp.torch;

namespace LiveStyle.Train.Networks;

/// <summary>A convolution with its normalisation folded in.</summary>
/// <param name="Kernel">Float32 OIHW.</param>
/// <param name="Bias">Float32 [O].</param>
/// <param name="Stride">1 or 2.</param>
/// <param name="Padding">Zeros at each side.</param>
internal sealed record FoldedConvolution(Tensor Kernel, Tensor Bias, int Stride, int Padding)
{
    /// <summary>The convolution without its bias: the linear part, which an impulse response describes completely.</summary>
    public Tensor Linear(Tensor input) => nn.functional.conv2d(input, Kernel, null, [Stride, Stride], [Padding, Padding]);
}
