using LiveStyle.Train.Data;
using LiveStyle.Train.Export;
using LiveStyle.Train.Losses;
using LiveStyle.Train.Motion;
using LiveStyle.Train.Networks;
using TorchSharp;
using static TorchSharp.torch;

namespace LiveStyle.Train.Training;

/// <summary>One step of training: paint, judge, and leave the gradients on the network's parameters.</summary>
/// <remarks>
/// What lies within <see cref="TrainingOptions.Border"/> of a crop's edge is never judged. A guide sees it, as the surroundings of the rest. A tier sees the rest alone, with
/// its own reflection around it, as in use, and so learns to paint up to the edge what the guide paints there. The loss network, which knows
/// nothing beyond the edge of what it judges, would teach both to draw a line there: it judges a window whose place they can't know.
/// </remarks>
/// <param name="network">Borrowed.</param>
/// <param name="judge">Borrowed.</param>
/// <param name="guide">A network whose paintings are to be imitated, borrowed; <see langword="null"/> while there is none.</param>
/// <param name="options">Crop and borders.</param>
internal sealed class TrainingStep(PyramidNetwork network, PerceptualLoss judge, PyramidNetwork? guide, TrainingOptions options)
{
    private const double OvershootWeight = 100;
    private const double FeatureShare = 0.002; // of the steadiness weight: features are compared as a share of themselves, pixels in 0..1
    private const int EdgePixels = 12;
    private const double EdgeWeight = 8;
    private const double StillShare = 3; // where nothing moves every change is flicker: noise, mostly

    /// <summary>Adds the gradients of one batch.</summary>
    /// <param name="batch">Borrowed.</param>
    /// <param name="weights">Of this step.</param>
    public StepLosses Backward(TrainingBatch batch, LossWeights weights)
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor none = zeros(1).sum();
        Tensor[] features = [.. OneByOne(batch.Input).Select(photo => network.Encode(Seen(photo)))];
        Tensor painted = Cut(cat([.. features.Select(network.Decode)], 0), Margin);
        Tensor seen = painted.clamp(0, 1);
        Tensor[] style = [.. judge.StyleLayers.Select(_ => none)];
        Tensor content = none;
        if (weights.NeedsJudge)
        {
            Func<Tensor, Tensor> window = Window();
            IReadOnlyList<Dictionary<string, Tensor>> judged = judge.Features(window(seen));
            style = judge.StyleLosses(judged);
            content = judge.ContentLoss(judged, judge.ContentTarget(window(Inner(batch.Clean))));
        }
        Tensor variation = TotalVariation.Of(seen);
        Tensor grid = weights.Grid > 0 ? GridLoss.Of(painted) : none;
        Tensor overshoot = (painted - seen.detach()).square().mean(); // clamping has no gradient out there: this one leads back
        Tensor unlike = weights.Guide > 0 && guide is not null ? Unlike(painted, Guided(guide, batch)) : none;
        Temporal unsteady = weights.Steadiness > 0 ? Unsteadiness(batch, features[0], painted) : new Temporal(none, none, none);
        Tensor total = style.Aggregate((sum, layer) => sum + layer) * (weights.Style / style.Length) + content * weights.Content
            + variation * weights.Variation + grid * weights.Grid + overshoot * OvershootWeight + unlike * weights.Guide
            + (unsteady.Painting + unsteady.Still * StillShare + unsteady.Features * FeatureShare) * weights.Steadiness;
        total.backward();
        return new StepLosses([.. style.Select(Number)], Number(content), Number(variation), Number(grid), Number(unsteady.Painting), Number(unlike), Number(total));
    }

    /// <summary>What the guide makes of the same photos without noise: so the imitator learns to see through the noise.</summary>
    private Tensor Guided(PyramidNetwork painter, TrainingBatch batch)
    {
        using (no_grad())
            return cat([.. OneByOne(batch.Clean).Select(photo => Cut(painter.call(Mirrored(photo, options.GuideBorder)), options.GuideBorder))], 0).clamp(0, 1);
    }

    /// <summary>Mean squared difference, in which the edge counts more: it is little of the picture, and a frame around it is what people see first.</summary>
    private static Tensor Unlike(Tensor painted, Tensor guided)
    {
        Tensor difference = (painted - guided).square();
        Tensor edge = difference.sum() - Cut(difference, EdgePixels).sum();
        return difference.mean() + edge * ((EdgeWeight - 1) / difference.numel());
    }

    private static IEnumerable<Tensor> OneByOne(Tensor photos)
    {
        for (long index = 0; index < photos.shape[0]; index++) yield return photos.narrow(0, index, 1);
    }

    private Temporal Unsteadiness(TrainingBatch batch, Tensor features, Tensor painted)
    {
        Tensor nextFeatures = network.Encode(Seen(batch.NextInput));
        Tensor next = Cut(network.Decode(nextFeatures), Margin);
        Tensor first = painted.narrow(0, 0, 1);
        (Tensor sceneA, Tensor sceneB) = (Inner(batch.Clean.narrow(0, 0, 1)), Inner(batch.NextClean));
        FlowField flow = new(Inner(batch.Flow.Pixels));
        Tensor valid = Inner(batch.Valid) * flow.Inside();
        return new Temporal(
            TemporalLoss.OfPaintings(first, next, sceneA, sceneB, flow, valid),
            TemporalLoss.OfStillParts(first, next, sceneA, sceneB),
            TemporalLoss.OfFeatures(InnerCells(features), InnerCells(nextFeatures), flow, valid));
    }

    /// <summary>Pixels around what is judged in what the network sees.</summary>
    private int Margin => guide is null ? options.Border : options.TierBorder;

    private Tensor Seen(Tensor photo) => guide is null ? photo : Mirrored(photo, options.TierBorder);

    private Tensor Mirrored(Tensor photo, int border) => nn.functional.pad(Inner(photo), [border, border, border, border], PaddingModes.Reflect);

    /// <summary>Three quarters of a side, anywhere.</summary>
    private Func<Tensor, Tensor> Window()
    {
        long side = options.Crop - 2 * options.Border, seen = side * 3 / 4;
        long top = (long)(rand(1).item<float>() * (side - seen)), left = (long)(rand(1).item<float>() * (side - seen));
        return picture => picture.narrow(2, top, seen).narrow(3, left, seen);
    }

    private Tensor Inner(Tensor picture) => Cut(picture, options.Border);

    private Tensor InnerCells(Tensor features) => Cut(features, Margin / PackedNetwork.Cell).to_type(ScalarType.Float32);

    private static Tensor Cut(Tensor picture, long margin) =>
        picture.narrow(2, margin, picture.shape[2] - 2 * margin).narrow(3, margin, picture.shape[3] - 2 * margin);

    private static double Number(Tensor scalar) => scalar.item<float>();

    /// <summary>The temporal losses of one pair.</summary>
    private sealed record Temporal(Tensor Painting, Tensor Still, Tensor Features);
}
