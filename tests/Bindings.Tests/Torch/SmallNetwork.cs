using TorchSharp.Modules;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace LiveStyle.Bindings.Tests.Torch;

/// <summary>Two convolutions with a norm between them, as the style networks have.</summary>
internal sealed class SmallNetwork : nn.Module<Tensor, Tensor>
{
    private readonly Conv2d _first = nn.Conv2d(3, 8, 3, 1, 1);
    private readonly InstanceNorm2d _norm = nn.InstanceNorm2d(8, 1e-5, 0.1, true, true);
    private readonly Sequential _rest = nn.Sequential(nn.ReLU(), nn.Conv2d(8, 3, 3, 1, 1));

    public SmallNetwork() : base(nameof(SmallNetwork)) => RegisterComponents();

    public override Tensor forward(Tensor input) => _rest.call(_norm.call(_first.call(input)));

    public Tensor Loss(Tensor input) => F.mse_loss(call(input), input);
}
