using LiveStyle.Train.Losses;
using TorchSharp;
using static TorchSharp.torch;

namespace LiveStyle.Train.Painting;

/// <summary>What an optimised picture is to become: like the photo in its content, like the paintings in their Gram matrices, and calm.</summary>
/// <remarks>
/// Gatys et al. 2016 (CVPR, "Image Style Transfer Using Convolutional Neural Networks"). Units as in <see cref="PerceptualLoss"/>, but of this
/// photo: a layer's style loss is divided by its value for the plain photo, the content loss by the variance of the photo's features.
/// </remarks>
public sealed class PaintingObjective : IDisposable
{
    private const double OvershootWeight = 100;
    private const double LeastUnit = 1e-9; // a photo without any style of its own, or without content, must not divide by zero

    private readonly LossNetwork _network;
    private readonly ObjectiveWeights _weights;
    private readonly double _shares;
    private readonly Dictionary<string, (Tensor Target, double Unit)> _style = [];
    private readonly Tensor _content;
    private readonly double _contentUnit;

    /// <summary>Looks at the photo and the paintings once.</summary>
    /// <param name="network">Borrowed; must outlive this object.</param>
    /// <param name="weights">What counts how much.</param>
    /// <param name="photo">Float32 [1, 3, H, W], RGB, 0..1. Borrowed.</param>
    /// <param name="paintings">Float32 [1, 3, any, any] each, RGB, 0..1, and their shares, above 0. Borrowed.</param>
    /// <exception cref="Frames.ModelInvalidException">The network lacks a layer.</exception>
    public PaintingObjective(LossNetwork network, ObjectiveWeights weights, Tensor photo, IReadOnlyList<(Tensor Picture, double Share)> paintings)
    {
        (_network, _weights, _shares) = (network, weights, weights.StyleLayers.Values.Sum());
        using IDisposable untracked = no_grad();
        using DisposeScope scope = NewDisposeScope();
        Dictionary<string, Tensor> features = Features(photo);
        _content = features[weights.ContentLayer].DetachFromDisposeScope();
        _contentUnit = Math.Max(_content.var().item<float>(), LeastUnit);
        Dictionary<string, Tensor> targets = MeanGrams(paintings);
        foreach ((string layer, Tensor target) in targets)
            _style[layer] = (target.DetachFromDisposeScope(), Math.Max(Distance(features[layer], target).item<float>(), LeastUnit));
    }

    /// <summary>The weighted sum for a picture.</summary>
    /// <param name="picture">Float32 [1, 3, H, W], RGB, the photo's size; 0..1 but for what <see cref="PaintingLosses.Overshoot"/> counts.</param>
    /// <returns>Float32 scalar, differentiable, in the dispose scope of the caller; and all losses as numbers.</returns>
    public (Tensor Total, PaintingLosses Losses) Of(Tensor picture)
    {
        using DisposeScope scope = NewDisposeScope();
        Dictionary<string, Tensor> features = Features(picture);
        Tensor content = (features[_weights.ContentLayer] - _content).square().mean() / _contentUnit;
        Tensor variation = TotalVariation.Of(picture);
        Tensor overshoot = (picture - picture.detach().clamp(0, 1)).square().mean();
        Tensor total = content * _weights.Content + variation * _weights.Variation + overshoot * OvershootWeight;
        Dictionary<string, double> style = [];
        foreach ((string layer, (Tensor target, double unit)) in _style)
        {
            Tensor loss = Distance(features[layer], target) / unit;
            total += loss * (_weights.Style * _weights.StyleLayers[layer] / _shares);
            style[layer] = loss.item<float>();
        }

        PaintingLosses losses = new(style, content.item<float>(), variation.item<float>(), overshoot.item<float>(), total.item<float>());
        return (total.MoveToOuterDisposeScope(), losses);
    }

    /// <summary>The losses of a finished picture.</summary>
    /// <param name="picture">As in <see cref="Of"/>.</param>
    public PaintingLosses Judge(Tensor picture)
    {
        using IDisposable untracked = no_grad();
        using DisposeScope scope = NewDisposeScope();
        return Of(picture).Losses;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _content.Dispose();
        foreach ((Tensor target, _) in _style.Values) target.Dispose();
    }

    private Dictionary<string, Tensor> Features(Tensor picture) => _network.Features(picture, [.. _weights.StyleLayers.Keys.Append(_weights.ContentLayer).Distinct()]);

    /// <summary>Being near to several targets, by shares, is being near to their mean: the squared distances differ by a constant.</summary>
    private Dictionary<string, Tensor> MeanGrams(IReadOnlyList<(Tensor Picture, double Share)> paintings)
    {
        double all = paintings.Sum(painting => painting.Share);
        Dictionary<string, Tensor> means = [];
        foreach ((Tensor picture, double share) in paintings)
        {
            using DisposeScope scope = NewDisposeScope();
            foreach ((string layer, Tensor features) in _network.Features(picture, [.. _weights.StyleLayers.Keys]))
            {
                Tensor part = Gram.Matrix(features) * (share / all);
                means[layer] = (means.TryGetValue(layer, out Tensor? sum) ? sum + part : part).MoveToOuterDisposeScope();
            }
        }

        return means;
    }

    private static Tensor Distance(Tensor features, Tensor target) => (Gram.Matrix(features) - target).square().mean();
}
