using LiveStyle.Train.Data;
using LiveStyle.Train.Losses;
using LiveStyle.Train.Motion;
using TorchSharp;
using static TorchSharp.torch;

namespace LiveStyle.Train.Training;

/// <summary>One step of training: paint, judge, and leave the gradients on the network's parameters.</summary>
/// <remarks>
/// What a network could learn about the edge of a picture it would use: guides and tiers each see crops in a way that leaves them nothing to gain there
/// (<see cref="SurroundedCrop"/>, <see cref="MirroredCrop"/>).
/// </remarks>
/// <param name="view">The network that learns, and what it sees of a crop.</param>
/// <param name="judges">Of the paintings.</param>
internal sealed class TrainingStep(CropView view, Judges judges)
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
        Tensor[] features = [.. OneByOne(batch.Input).Select(view.Encode)];
        Tensor painted = cat([.. features.Select(view.Decode)], 0);
        Tensor seen = painted.clamp(0, 1);
        PerceptualLoss judge = judges.Looks;
        Tensor[] style = [.. judge.StyleLayers.Select(_ => none)];
        Tensor content = none;
        if (weights.NeedsJudge)
        {
            Func<Tensor, Tensor> window = view.Window();
            IReadOnlyList<Dictionary<string, Tensor>> judged = judge.Features(window(seen));
            style = judge.StyleLosses(judged);
            content = judge.ContentLoss(judged, judge.ContentTarget(window(view.Kept(batch.Clean))));
        }
        Tensor palette = weights.Palette > 0 ? judges.Colors.Of(seen, view.Kept(batch.Clean)) : none;
        Tensor variation = TotalVariation.Of(seen);
        Tensor grid = weights.Grid > 0 ? GridLoss.Of(painted) : none;
        Tensor overshoot = (painted - seen.detach()).square().mean(); // clamping has no gradient out there: this one leads back
        Tensor unlike = weights.Guide > 0 ? Unlike(painted, batch) : none;
        Temporal unsteady = weights.Steadiness > 0 ? Unsteadiness(batch, features[0], painted) : new Temporal(none, none, none);
        Tensor total = style.Aggregate((sum, layer) => sum + layer) * (weights.Style / style.Length) + content * weights.Content + palette * weights.Palette
            + variation * weights.Variation + grid * weights.Grid + overshoot * OvershootWeight + unlike * weights.Guide
            + (unsteady.Painting + unsteady.Still * StillShare + unsteady.Features * FeatureShare) * weights.Steadiness;
        total.backward();
        return new StepLosses([.. style.Select(Number)], Number(content), Number(palette), Number(variation), Number(grid), Number(unsteady.Painting), Number(unlike), Number(total));
    }

    /// <summary>Mean squared difference, in which the edge counts more: it is little of the picture, and a frame around it is what people see first.</summary>
    private Tensor Unlike(Tensor painted, TrainingBatch batch)
    {
        Tensor[] targets = [.. OneByOne(batch.Clean).Select(view.Target).OfType<Tensor>()];
        if (targets.Length == 0) return zeros(1).sum();
        Tensor difference = (painted - cat(targets, 0)).square();
        Tensor edge = difference.sum() - difference.WithoutMargin(EdgePixels).sum();
        return difference.mean() + edge * ((EdgeWeight - 1) / difference.numel());
    }

    private static IEnumerable<Tensor> OneByOne(Tensor photos)
    {
        for (long index = 0; index < photos.shape[0]; index++) yield return photos.narrow(0, index, 1);
    }

    private Temporal Unsteadiness(TrainingBatch batch, Tensor features, Tensor painted)
    {
        Tensor nextFeatures = view.Encode(batch.NextInput);
        Tensor next = view.Decode(nextFeatures);
        Tensor first = painted.narrow(0, 0, 1);
        (Tensor sceneA, Tensor sceneB) = (view.Kept(batch.Clean.narrow(0, 0, 1)), view.Kept(batch.NextClean));
        FlowField flow = new(view.Kept(batch.Flow.Pixels));
        Tensor valid = view.Kept(batch.Valid) * flow.Inside();
        return new Temporal(
            TemporalLoss.OfPaintings(first, next, sceneA, sceneB, flow, valid),
            TemporalLoss.OfStillParts(first, next, sceneA, sceneB),
            TemporalLoss.OfFeatures(view.KeptFeatures(features), view.KeptFeatures(nextFeatures), flow, valid));
    }

    private static double Number(Tensor scalar) => scalar.item<float>();

    /// <summary>The temporal losses of one pair.</summary>
    private sealed record Temporal(Tensor Painting, Tensor Still, Tensor Features);
}
