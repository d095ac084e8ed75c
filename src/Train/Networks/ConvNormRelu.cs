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
}
