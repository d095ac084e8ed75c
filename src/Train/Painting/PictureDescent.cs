using LiveStyle.Frames;
using TorchSharp;
using static TorchSharp.torch;

namespace LiveStyle.Train.Painting;

/// <summary>Changes the pixels of one picture so that its losses fall.</summary>
/// <param name="objective">Borrowed.</param>
/// <param name="optimizer">How.</param>
/// <param name="rate">Learning rate; <see langword="null"/>: the optimizer's usual one.</param>
internal sealed class PictureDescent(PaintingObjective objective, PaintingOptimizer optimizer, double? rate)
{
    private const double LbfgsRate = 1;
    private const double AdamRate = 0.02;

    /// <summary>Takes <paramref name="iterations"/> steps from <paramref name="start"/>, or fewer.</summary>
    /// <param name="start">Float32 [1, 3, H, W], RGB, 0..1. Borrowed.</param>
    /// <param name="iterations">Most steps.</param>
    /// <param name="goesOn">Told the losses after 0, 1, 2 ... steps and the best picture so far (borrowed, not clamped); false ends the descent.</param>
    /// <returns>The best picture, Float32 [1, 3, H, W], RGB, 0..1, owned by the caller or its scope, and its losses.</returns>
    /// <exception cref="ModelInvalidException">The losses are not numbers.</exception>
    public (Tensor Best, PaintingLosses Losses) Run(Tensor start, int iterations, Func<int, PaintingLosses, Tensor, bool> goesOn)
    {
        using DisposeScope scope = NewDisposeScope();
        using IPictureSteps steps = optimizer == PaintingOptimizer.Lbfgs
            ? new LbfgsSteps(objective, start, rate ?? LbfgsRate)
            : new AdamSteps(objective, start, rate ?? AdamRate);
        Tensor best = start.clone();
        PaintingLosses lowest = steps.Losses;
        for (int iteration = 0; ; iteration++)
        {
            if (!double.IsFinite(steps.Losses.Total))
                throw new ModelInvalidException("loss network", "the losses are not numbers", "Try a lower --learning-rate, or other weights.");
            if (steps.Losses.Total < lowest.Total)
            {
                using (no_grad()) best.copy_(steps.Picture);
                lowest = steps.Losses;
            }

            if (goesOn(iteration, steps.Losses, best) && iteration < iterations && steps.Step()) continue;
            return (best.clamp(0, 1).MoveToOuterDisposeScope(), lowest);
        }
    }
}
