using LiveStyle.Frames;
using TorchSharp;
using TorchSharp.Modules;
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
    private const int History = 20; // two pictures each; more hardly helps and takes a gigabyte at 1024 pixels
    private const double RunAway = 3;
    private const int MostRestarts = 8;

    /// <summary>Takes <paramref name="iterations"/> steps from <paramref name="start"/>, or fewer.</summary>
    /// <param name="start">Float32 [1, 3, H, W], RGB, 0..1. Borrowed.</param>
    /// <param name="iterations">Most steps.</param>
    /// <param name="goesOn">Told the losses after 0, 1, 2 ... steps and the best picture so far (borrowed, not clamped); false ends the descent.</param>
    /// <returns>The best picture, Float32 [1, 3, H, W], RGB, 0..1, owned by the caller or its scope, and its losses.</returns>
    /// <exception cref="ModelInvalidException">The losses are not numbers, however small the steps.</exception>
    public (Tensor Best, PaintingLosses Losses) Run(Tensor start, int iterations, Func<int, PaintingLosses, Tensor, bool> goesOn)
    {
        using DisposeScope scope = NewDisposeScope();
        Parameter picture = new(start.clone());
        Tensor best = start.clone();
        PaintingLosses bestLosses = objective.Judge(best);
        double currentRate = rate ?? (optimizer == PaintingOptimizer.Lbfgs ? LbfgsRate : AdamRate);
        int restarts = 0;
        optim.Optimizer steps = NewOptimizer(picture, currentRate);
        try
        {
            for (int iteration = 0; ; iteration++)
            {
                PaintingLosses losses = iteration < iterations ? Step(steps, picture, best, bestLosses.Total) : Judge(picture, best, bestLosses.Total);
                if (losses.Total < bestLosses.Total) bestLosses = losses;
                if (!goesOn(iteration, losses, best) || iteration == iterations) return (best.clamp(0, 1).MoveToOuterDisposeScope(), bestLosses);
                if (double.IsFinite(losses.Total) && losses.Total <= RunAway * bestLosses.Total) continue;
                if (++restarts > MostRestarts || !double.IsFinite(bestLosses.Total))
                    throw new ModelInvalidException("loss network", "the losses run away", "Try a lower --learning-rate, or --optimizer adam.");
                steps.Dispose(); // L-BFGS looks at no more than it steps over: back to the best picture, with smaller steps
                using (no_grad()) picture.copy_(best);
                steps = NewOptimizer(picture, currentRate /= 2);
            }
        }
        finally
        {
            steps.Dispose();
        }
    }

    /// <summary>Judges the picture, keeps it if it is the best, and moves it.</summary>
    private PaintingLosses Step(optim.Optimizer steps, Parameter picture, Tensor best, double bestTotal)
    {
        using DisposeScope scope = NewDisposeScope();
        PaintingLosses? seen = null;
        steps.step(() =>
        {
            steps.zero_grad();
            (Tensor total, seen) = objective.Of(picture);
            // Per pixel a mean over the picture has a gradient so small that L-BFGS takes it for none.
            Tensor scaled = total * picture.numel();
            scaled.backward();
            Keep(picture, seen, best, bestTotal);
            return scaled;
        });
        return seen!;
    }

    private PaintingLosses Judge(Parameter picture, Tensor best, double bestTotal)
    {
        PaintingLosses losses = objective.Judge(picture);
        Keep(picture, losses, best, bestTotal);
        return losses;
    }

    private static void Keep(Parameter picture, PaintingLosses losses, Tensor best, double bestTotal)
    {
        if (!(losses.Total < bestTotal)) return; // nor what is not a number
        using (no_grad()) best.copy_(picture);
    }

    private optim.Optimizer NewOptimizer(Parameter picture, double stepRate) => optimizer == PaintingOptimizer.Lbfgs
        ? optim.LBFGS([picture], stepRate, 1, 1, 0, 0, History)
        : optim.Adam([picture], stepRate, 0.9, 0.99);
}
