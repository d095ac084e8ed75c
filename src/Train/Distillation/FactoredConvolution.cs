using LiveStyle.Train.Losses;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace LiveStyle.Train.Distillation;

/// <summary>A 3x3 convolution to a few channels, a 1x1 convolution to many, then ReLU: a wide layer at a fraction of its cost.</summary>
/// <remarks>Zhang et al. 2015 (arXiv:1505.06798), section 2: responses of VGG's convolutions lie near a space of few dimensions.</remarks>
internal sealed class FactoredConvolution : nn.Module<Tensor, Tensor>
{
    private readonly Parameter _reduce;
    private readonly Parameter _expand;
    private readonly Parameter _bias;

    public FactoredConvolution(int inChannels, int rank, int outChannels)
        : base(nameof(FactoredConvolution))
    {
        _reduce = new Parameter(randn(rank, inChannels, 3, 3) * Math.Sqrt(1.0 / (9 * inChannels)));
        _expand = new Parameter(randn(outChannels, rank, 1, 1) * Math.Sqrt(2.0 / rank)); // He et al. 2015: ReLU halves the energy
        _bias = new Parameter(zeros(outChannels));
        RegisterComponents();
    }

    /// <param name="input">Float32 NCHW, edges already padded by one.</param>
    public override Tensor forward(Tensor input)
    {
        using Tensor reduced = nn.functional.conv2d(input, _reduce);
        using Tensor expanded = nn.functional.conv2d(reduced, _expand, _bias);
        return nn.functional.relu(expanded);
    }

    /// <summary>Its weights under the names that <see cref="LossNetwork"/> reads.</summary>
    public IEnumerable<(string Name, Tensor Weights)> Named(string layer) =>
        [($"{layer}.reduce.weight", _reduce), ($"{layer}.expand.weight", _expand), ($"{layer}.expand.bias", _bias)];
}
