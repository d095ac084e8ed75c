using static TorchSharp.torch;

namespace LiveStyle.Train.Networks;

/// <summary>Two 3x3 convolutions beside the identity, ReLU after the sum (He et al. 2015, arXiv:1512.03385), so that every tensor that
/// is kept is non-negative: what 8-bit unsigned quantization wants.</summary>
internal sealed class ResidualBlock : nn.Module<Tensor, Tensor>
{
    private readonly ConvNormRelu _first;
    private readonly ConvNormRelu _second;

    public ResidualBlock(int channels)
        : base(nameof(ResidualBlock))
    {
        _first = new ConvNormRelu(channels, channels, 3, 1, 1, relu: true);
        _second = new ConvNormRelu(channels, channels, 3, 1, 1, relu: false);
        RegisterComponents();
    }

    public ConvNormRelu First => _first;

    public ConvNormRelu Second => _second;

    public override Tensor forward(Tensor input)
    {
        using Tensor middle = _first.call(input);
        using Tensor change = _second.call(middle);
        using Tensor sum = input + change;
        return nn.functional.relu(sum);
    }
}
