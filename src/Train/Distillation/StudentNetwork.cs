using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace LiveStyle.Train.Distillation;

/// <summary>
/// The loss network that learns to see as VGG-19 does, up to relu3_1, at a quarter of its multiplications: as wide as VGG, with every
/// convolution but the first factored.
/// </summary>
/// <remarks>Its features are VGG's divided by their root mean square over photographs (one number a layer), so that all layers have the
/// same scale; losses are normalised anyway.</remarks>
internal sealed class StudentNetwork : nn.Module<Tensor, Dictionary<string, Tensor>>
{
    private static readonly float[] Mean = [0.485f, 0.456f, 0.406f];
    private const double Deviation = 0.225;

    private readonly Parameter _first;
    private readonly Parameter _firstBias;
    private readonly FactoredConvolution _conv1_2;
    private readonly FactoredConvolution _conv2_1;
    private readonly FactoredConvolution _conv2_2;
    private readonly FactoredConvolution _conv3_1;
    private readonly Tensor _mean;

    /// <summary>A student with fresh weights from torch's random generator.</summary>
    public StudentNetwork()
        : base(nameof(StudentNetwork))
    {
        _first = new Parameter(randn(64, 3, 3, 3) * Math.Sqrt(2.0 / 27));
        _firstBias = new Parameter(zeros(64));
        _conv1_2 = new FactoredConvolution(64, 16, 64);
        _conv2_1 = new FactoredConvolution(64, 24, 128);
        _conv2_2 = new FactoredConvolution(128, 24, 128);
        _conv3_1 = new FactoredConvolution(128, 40, 256);
        _mean = tensor(Mean, [1, 3, 1, 1]);
        RegisterComponents();
    }

    /// <summary>Layers whose features are made to equal the teacher's.</summary>
    public static IReadOnlyList<string> Layers { get; } = ["relu1_1", "relu1_2", "relu2_1", "relu2_2", "relu3_1"];

    /// <summary>Layers whose Gram matrices are made to equal the teacher's as well.</summary>
    public static IReadOnlyList<string> StyleLayers { get; } = ["relu1_2", "relu2_2", "relu3_1"];

    /// <summary>The feature maps of a batch.</summary>
    /// <param name="input">Float32 [N, 3, H, W], RGB, 0..1.</param>
    /// <returns>Float32 NCHW for each of <see cref="Layers"/>.</returns>
    public override Dictionary<string, Tensor> forward(Tensor input)
    {
        Tensor relu1_1 = First(input);
        Tensor relu1_2 = _conv1_2.call(Padded(relu1_1));
        Tensor relu2_1 = _conv2_1.call(Padded(Pooled(relu1_2)));
        Tensor relu2_2 = _conv2_2.call(Padded(relu2_1));
        return ByName(relu1_1, relu1_2, relu2_1, relu2_2, _conv3_1.call(Padded(Pooled(relu2_2))));
    }

    /// <summary>The same with each layer fed by the teacher's layer before it: five shallow networks, which learn at once what the deep
    /// one would learn one layer after the other.</summary>
    /// <param name="input">Float32 [N, 3, H, W], RGB, 0..1.</param>
    /// <param name="teacher">The teacher's features of <paramref name="input"/>, float32 NCHW for each of <see cref="Layers"/>.</param>
    public Dictionary<string, Tensor> Forced(Tensor input, IReadOnlyDictionary<string, Tensor> teacher) => ByName(
        First(input),
        _conv1_2.call(Padded(teacher["relu1_1"])),
        _conv2_1.call(Padded(Pooled(teacher["relu1_2"]))),
        _conv2_2.call(Padded(teacher["relu2_1"])),
        _conv3_1.call(Padded(Pooled(teacher["relu2_2"]))));

    /// <summary>The weights under the names that <see cref="Losses.LossNetwork"/> reads, with the input's normalisation as conv0.</summary>
    public Dictionary<string, Tensor> Named()
    {
        Dictionary<string, Tensor> weights = new()
        {
            ["conv0.weight"] = (eye(3) / Deviation).view(3, 3, 1, 1),
            ["conv0.bias"] = -_mean.view(3) / Deviation,
            ["conv1_1.weight"] = _first,
            ["conv1_1.bias"] = _firstBias,
        };
        foreach ((string layer, FactoredConvolution convolution) in ((string, FactoredConvolution)[])
                 [("conv1_2", _conv1_2), ("conv2_1", _conv2_1), ("conv2_2", _conv2_2), ("conv3_1", _conv3_1)])
            foreach ((string name, Tensor numbers) in convolution.Named(layer)) weights.Add(name, numbers);
        return weights;
    }

    private Tensor First(Tensor input) =>
        nn.functional.relu(nn.functional.conv2d(Padded((input - _mean) / Deviation), _first, _firstBias));

    private static Dictionary<string, Tensor> ByName(params Tensor[] features) => Layers.Zip(features).ToDictionary();

    private static Tensor Padded(Tensor features) => nn.functional.pad(features, [1, 1, 1, 1], PaddingModes.Reflect);

    private static Tensor Pooled(Tensor features) => nn.functional.max_pool2d(features, [2L, 2L], [2L, 2L]);
}
