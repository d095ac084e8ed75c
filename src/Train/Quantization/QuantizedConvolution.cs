using LiveStyle.Train.Export;

namespace LiveStyle.Train.Quantization;

/// <summary>One convolution of an int8 network.</summary>
/// <param name="Source">The float32 convolution: channels, window, what follows, and the bias.</param>
/// <param name="Kernel">Its kernel.</param>
/// <param name="Taken">What the layer takes.</param>
/// <param name="Convolved">What the convolution gives, before the sum if there is one.</param>
/// <param name="Given">What the layer gives.</param>
internal sealed record QuantizedConvolution(PackedConvolution Source, ByteKernel Kernel, ByteScale Taken, ByteScale Convolved, ByteScale Given);
