using LiveStyle.Train.Data;
using LiveStyle.Train.Losses;
using LiveStyle.Train.Networks;
using TorchSharp;
using static TorchSharp.torch;

namespace LiveStyle.Train.Training;

/// <summary>One step of training: paint, judge, and leave the gradients on the network's parameters.</summary>
/// <param name="network">Borrowed.</param>
/// <param name="judge">Borrowed.</param>
/// <param name="options">Weights, border.</param>
internal sealed class TrainingStep(PyramidNetwork network, PerceptualLoss judge, TrainingOptions options)
{
    private const double OvershootWeight = 100;

    /// <summary>Adds the gradients of one batch.</summary>
    /// <param name="batch">Borrowed.</param>
    /// <param name="steadiness">Weight of the steadiness loss at this step; 0 leaves it out.</param>
    public StepLosses Backward(TrainingPair batch, double steadiness)
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor painted = Inner(network.call(batch.Input));
        Tensor seen = painted.clamp(0, 1);
        Dictionary<string, Tensor> features = judge.Features(seen);
        Tensor[] style = judge.StyleLosses(features);
        Tensor content = judge.ContentLoss(features, judge.ContentTarget(Inner(batch.Clean)));
        Tensor variation = TotalVariation.Of(seen);
        Tensor overshoot = (painted - seen.detach()).square().mean(); // clamping has no gradient out there: this one leads back
        Tensor unsteady = steadiness > 0 ? Unsteadiness(batch, painted) : zeros(1).sum();
        Tensor total = style.Aggregate((sum, layer) => sum + layer) * (options.StyleWeight / style.Length) + content * options.ContentWeight
            + variation * options.VariationWeight + overshoot * OvershootWeight + unsteady * steadiness;
        total.backward();
        return new StepLosses([.. style.Select(Number)], Number(content), Number(variation), Number(unsteady), Number(total));
    }

    /// <summary>Compares the part of the world that both paintings show.</summary>
    private Tensor Unsteadiness(TrainingPair batch, Tensor painted)
    {
        Tensor moved = Inner(network.call(batch.Moved)); // moved[y] shows what the first painting has at y + shift
        (long height, long width) = (moved.shape[2] - Math.Abs(batch.ShiftY), moved.shape[3] - Math.Abs(batch.ShiftX));
        Tensor here = painted.narrow(0, 0, 1).narrow(2, Math.Max(0, batch.ShiftY), height).narrow(3, Math.Max(0, batch.ShiftX), width);
        Tensor there = moved.narrow(2, Math.Max(0, -batch.ShiftY), height).narrow(3, Math.Max(0, -batch.ShiftX), width);
        return (here - there).square().mean();
    }

    private Tensor Inner(Tensor picture)
    {
        int side = options.Crop - 2 * options.Border;
        return picture.narrow(2, options.Border, side).narrow(3, options.Border, side);
    }

    private static double Number(Tensor scalar) => scalar.item<float>();
}
