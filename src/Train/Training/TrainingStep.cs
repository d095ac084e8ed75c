using LiveStyle.Train.Data;
using LiveStyle.Train.Losses;
using LiveStyle.Train.Motion;
using LiveStyle.Train.Networks;
using TorchSharp;
using static TorchSharp.torch;

namespace LiveStyle.Train.Training;

/// <summary>One step of training: paint, judge, and leave the gradients on the network's parameters.</summary>
/// <param name="network">Borrowed.</param>
/// <param name="judge">Borrowed.</param>
/// <param name="guide">A network whose paintings are to be imitated, borrowed; <see langword="null"/> while there is none.</param>
/// <param name="options">Crop and border.</param>
internal sealed class TrainingStep(PyramidNetwork network, PerceptualLoss judge, PyramidNetwork? guide, TrainingOptions options)
{
    private const double OvershootWeight = 100;
    private const double FeatureShare = 0.002; // of the steadiness weight: features are compared as a share of themselves, pixels in 0..1
    private const double StillShare = 3; // where nothing moves every change is flicker: noise, mostly

    /// <summary>Adds the gradients of one batch.</summary>
    /// <param name="batch">Borrowed.</param>
    /// <param name="weights">Of this step.</param>
    public StepLosses Backward(TrainingBatch batch, LossWeights weights)
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor none = zeros(1).sum();
        Tensor[] features = [.. OneByOne(batch.Input).Select(network.Encode)];
        Tensor painted = Inner(cat([.. features.Select(network.Decode)], 0));
        Tensor seen = painted.clamp(0, 1);
        Tensor[] style = [.. judge.StyleLayers.Select(_ => none)];
        Tensor content = none;
        if (weights.NeedsJudge)
        {
            IReadOnlyList<Dictionary<string, Tensor>> judged = judge.Features(seen);
            style = judge.StyleLosses(judged);
            content = judge.ContentLoss(judged, judge.ContentTarget(Inner(batch.Clean)));
        }
        Tensor variation = TotalVariation.Of(seen);
        Tensor grid = weights.Grid > 0 ? GridLoss.Of(painted) : none;
        Tensor overshoot = (painted - seen.detach()).square().mean(); // clamping has no gradient out there: this one leads back
        Tensor unlike = weights.Guide > 0 && guide is not null ? (painted - Guided(guide, batch)).square().mean() : none;
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
        using (no_grad()) return Inner(cat([.. OneByOne(batch.Clean).Select(painter.call)], 0)).clamp(0, 1);
    }

    private static IEnumerable<Tensor> OneByOne(Tensor photos)
    {
        for (long index = 0; index < photos.shape[0]; index++) yield return photos.narrow(0, index, 1);
    }

    private Temporal Unsteadiness(TrainingBatch batch, Tensor features, Tensor painted)
    {
        Tensor nextFeatures = network.Encode(batch.NextInput);
        Tensor next = Inner(network.Decode(nextFeatures));
        Tensor first = painted.narrow(0, 0, 1);
        (Tensor sceneA, Tensor sceneB) = (Inner(batch.Clean.narrow(0, 0, 1)), Inner(batch.NextClean));
        FlowField flow = new(Inner(batch.Flow.Pixels));
        Tensor valid = Inner(batch.Valid) * flow.Inside();
        return new Temporal(
            TemporalLoss.OfPaintings(first, next, sceneA, sceneB, flow, valid),
            TemporalLoss.OfStillParts(first, next, sceneA, sceneB),
            TemporalLoss.OfFeatures(features.to_type(ScalarType.Float32), nextFeatures.to_type(ScalarType.Float32), batch.Flow, batch.Valid * batch.Flow.Inside()));
    }

    private Tensor Inner(Tensor picture)
    {
        int side = options.Crop - 2 * options.Border;
        return picture.narrow(2, options.Border, side).narrow(3, options.Border, side);
    }

    private static double Number(Tensor scalar) => scalar.item<float>();

    /// <summary>The temporal losses of one pair.</summary>
    private sealed record Temporal(Tensor Painting, Tensor Still, Tensor Features);
}
