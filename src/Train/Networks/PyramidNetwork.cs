using LiveStyle.Train.Data;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace LiveStyle.Train.Networks;

/// <summary>
/// The style network as it learns: down to a quarter of the resolution, residual blocks there, and up again by bilinear upsampling and
/// convolution. <see cref="Export.PackedNetwork"/> is the same function as it runs.
/// </summary>
/// <remarks>
/// After Johnson et al. 2016 (arXiv:1603.08155), made small: 5x5 instead of 9x9, and zero padding throughout, which stays zero padding
/// when packed. Windows are chosen so that none reaches beyond the neighbouring cell of 4x4 pixels.
/// </remarks>
public sealed class PyramidNetwork : nn.Module<Tensor, Tensor>
{
    private const int HeadKernel = 3;
    private const int ToPixelsKernel = 5;

    private readonly ConvNormRelu _stem;
    private readonly ConvNormRelu _down;
    private readonly Sequential _blocks;
    private readonly ConvNormRelu _up;
    private readonly Conv2d _pixels;
    private readonly ResidualBlock[] _residuals;

    /// <summary>A network with fresh weights from torch's random generator.</summary>
    public PyramidNetwork(NetworkSize size)
        : base(nameof(PyramidNetwork))
    {
        Size = size;
        _stem = new ConvNormRelu(3, size.Stem, 5, 2, 2, relu: true);
        _down = new ConvNormRelu(size.Stem, size.Channels, 3, 2, 1, relu: true);
        _residuals = [.. Enumerable.Range(0, size.Blocks).Select(_ => new ResidualBlock(size.Channels))];
        _blocks = nn.Sequential(_residuals);
        _up = new ConvNormRelu(size.Channels, size.Tail, HeadKernel, 1, 0, relu: true);
        _pixels = nn.Conv2d(size.Tail, 3, ToPixelsKernel, 1, 0);
        RegisterComponents();
    }

    /// <summary>Its channels and blocks.</summary>
    public NetworkSize Size { get; }

    /// <summary>How far the normalisations have turned from instance statistics (0) to frozen ones (1). Only a network at 1 equals its
    /// packed export.</summary>
    public double Frozen
    {
        set
        {
            foreach (ConvNormRelu layer in NormalisedLayers) layer.Frozen = value;
        }
    }

    /// <summary>What it computes with, but for the last convolution, which is always exact. Quick forms are quickest picture by picture.</summary>
    public TensorForm Form
    {
        get => _stem.Form;
        set
        {
            foreach (ConvNormRelu layer in NormalisedLayers) layer.Form = value;
        }
    }

    internal ConvNormRelu Stem => _stem;

    internal ConvNormRelu Down => _down;

    internal IReadOnlyList<ResidualBlock> Blocks => _residuals;

    internal ConvNormRelu Up => _up;

    internal Conv2d Pixels => _pixels;

    private IEnumerable<ConvNormRelu> NormalisedLayers => [_stem, _down, .. _residuals.SelectMany(block => new[] { block.First, block.Second }), _up];

    /// <summary>Learnt numbers.</summary>
    public int ParameterCount => (int)parameters().Sum(parameter => parameter.numel());

    /// <summary>Stylizes a batch.</summary>
    /// <param name="input">Float32 [N, 3, H, W], RGB, normalised by <see cref="Data.PhotoNormalization"/>; H and W multiples of 4.</param>
    /// <returns>Float32 [N, 3, H, W], RGB, 0..1 with some overshoot: to be clamped.</returns>
    public override Tensor forward(Tensor input)
    {
        using Tensor features = Encode(input);
        return Decode(features);
    }

    /// <summary>The first part of <see cref="forward"/>: what the network makes of the picture before it paints it.</summary>
    /// <returns>[N, C, H/4, W/4] in the network's form, not negative.</returns>
    public Tensor Encode(Tensor input)
    {
        using DisposeScope scope = NewDisposeScope();
        return _blocks.call(_down.call(_stem.call(Form.Lay(input)))).MoveToOuterDisposeScope();
    }

    /// <summary>The last part of <see cref="forward"/>.</summary>
    /// <param name="features">From <see cref="Encode"/>. Borrowed.</param>
    /// <returns>As <see cref="forward"/>'s.</returns>
    public Tensor Decode(Tensor features)
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor half = _up.call(UpsampleForHead(features)); // [N, Tail, H/2, W/2]
        return _pixels.call(UpsampleForPixels(half).to_type(ScalarType.Float32)).MoveToOuterDisposeScope();
    }

    /// <summary>As <see cref="Encode"/>, without the cells that know of the zeros around the input.</summary>
    /// <returns>Two cells more on each side than <see cref="DecodeInside"/> leaves.</returns>
    internal Tensor EncodeInside(Tensor input)
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor features = _down.call(_stem.call(Form.Lay(input))).WithoutMargin(1);
        foreach (ResidualBlock block in _residuals) features = block.call(features).WithoutMargin(2);
        return features.MoveToOuterDisposeScope();
    }

    /// <summary>As <see cref="Decode"/> of what <see cref="EncodeInside"/> gives: the painting without <see cref="NetworkSize.Reach"/> on each side of the input.</summary>
    internal Tensor DecodeInside(Tensor features)
    {
        using Tensor painted = Decode(features);
        return painted.WithoutMargin(2 * Export.PackedNetwork.Cell);
    }

    internal static Tensor UpsampleForHead(Tensor features) => ZeroPaddedUpsample.Apply(features, HeadKernel / 2);

    internal static Tensor UpsampleForPixels(Tensor half) => ZeroPaddedUpsample.Apply(half, ToPixelsKernel / 2);
}
