using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace LiveStyle.Train.Networks;

/// <summary>Convolution, then normalisation, then (on wish) ReLU; the form that folds into one convolution for export.</summary>
internal sealed class ConvNormRelu : nn.Module<Tensor, Tensor>
{
    private readonly Conv2d _conv;
    private readonly FreezableNorm _norm;
    private readonly int _stride;
    private readonly int _padding;
    private readonly bool _relu;

    public ConvNormRelu(int inChannels, int outChannels, int kernel, int stride, int padding, bool relu)
        : base(nameof(ConvNormRelu))
    {
        _conv = nn.Conv2d(inChannels, outChannels, kernel, stride, padding);
        _norm = new FreezableNorm(outChannels);
        (_stride, _padding, _relu) = (stride, padding, relu);
        RegisterComponents();
    }

    public double Frozen { set => _norm.Frozen = value; }

    /// <summary>Of the input, and of the weights as they are multiplied; what is learnt stays float32.</summary>
    public TensorForm Form { get; set; } = TensorForm.Exact;

    /// <param name="input">NCHW in <see cref="Form"/>.</param>
    public override Tensor forward(Tensor input)
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor convolved = nn.functional.conv2d(
            input, Form.Lay(_conv.weight!), Form.Lay(_conv.bias!), [_stride, _stride], [_padding, _padding]);
        Tensor normalised = _norm.call(convolved);
        return (_relu ? nn.functional.relu(normalised) : normalised).MoveToOuterDisposeScope();
    }

    /// <summary>The same map without ReLU as one convolution with the frozen statistics folded in.</summary>
    public FoldedConvolution Fold()
    {
        (Tensor scale, Tensor shift) = _norm.AsAffine();
        Tensor kernel = _conv.weight!.detach() * scale.view(-1, 1, 1, 1);
        Tensor offset = _conv.bias!.detach() * scale + shift;
        return new FoldedConvolution(kernel, offset, _stride, _padding);
    }

    /// <summary>Takes over what <see cref="Fold"/> gave, so that it can learn again. To be called without gradients.</summary>
    /// <param name="folded">Of the same shape. Borrowed.</param>
    /// <param name="inputs">Float32 NCHW each: what the layer is given in use, for the statistics of its norm. Borrowed.</param>
    /// <returns>What the layer makes of them.</returns>
    public IReadOnlyList<Tensor> Unfold(FoldedConvolution folded, IReadOnlyList<Tensor> inputs)
    {
        _conv.weight!.copy_(folded.Kernel);
        _conv.bias!.copy_(folded.Bias);
        Tensor[] convolved = [.. inputs.Select(input => nn.functional.conv2d(input, folded.Kernel, folded.Bias, [_stride, _stride], [_padding, _padding]))];
        _norm.BecomeIdentity(convolved);
        return _relu ? [.. convolved.Select(feature => nn.functional.relu(feature))] : convolved;
    }
}
