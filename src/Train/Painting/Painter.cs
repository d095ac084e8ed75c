using LiveStyle.Frames;
using LiveStyle.Train.Data;
using LiveStyle.Train.Losses;
using TorchSharp;
using static TorchSharp.torch;

namespace LiveStyle.Train.Painting;

/// <summary>Style transfer by optimisation: paints one photo in the style of one or more pictures, coarse to fine.</summary>
/// <param name="options">Checked by the caller with <see cref="PaintingOptions.Problems"/>.</param>
public sealed class Painter(PaintingOptions options)
{
    private const double NoiseDeviation = 0.1;

    /// <summary>Paints to the last step, or until <paramref name="stop"/>, which leaves the best picture so far.</summary>
    /// <param name="report">Told after every step; must be quick.</param>
    /// <param name="rival">Makes of the photo, in its size, what the yardstick is to measure; <see langword="null"/>: no measurement. It needs
    /// <see cref="PaintingStart.Content"/> and one scale.</param>
    /// <param name="stop">Ends the work after the step under way.</param>
    /// <exception cref="LiveStyleException">An input is missing or unusable.</exception>
    public PaintingResult Run(Action<PaintingProgress> report, Func<PaintedPixels, PaintedPixels>? rival, CancellationToken stop)
    {
        set_num_threads(options.Threads > 0 ? options.Threads : Environment.ProcessorCount);
        using LossNetwork network = LossNetwork.Load(options.LossNetwork);
        ObjectiveWeights weights = options.WeightsFor(network);
        using DisposeScope scope = NewDisposeScope();
        PaintingCanvas canvas = new(options);
        PaintingClock clock = new(canvas.Sizes, options.Iterations);
        List<PaintedScale> done = [];
        List<double> totals = [];
        double rivalTotal = 0;
        Tensor picture = canvas.Start(NoiseDeviation);
        for (int scale = 0; scale < options.Scales && !stop.IsCancellationRequested; scale++)
        {
            using DisposeScope inner = NewDisposeScope();
            Tensor photo = canvas.Photo(scale);
            using PaintingObjective objective = new(network, weights, photo, canvas.Styles(scale));
            if (rival is not null) rivalTotal = objective.Judge(Rival(rival, photo)).Total;
            PaintingLosses? first = null;
            int steps = 0;
            bool GoesOn(int iteration, PaintingLosses losses, Tensor best)
            {
                first ??= losses;
                steps = iteration;
                totals.Add(losses.Total);
                (TimeSpan elapsed, TimeSpan? remaining) = clock.At(scale, iteration);
                report(new PaintingProgress(
                    scale + 1, options.Scales, (int)photo.shape[3], (int)photo.shape[2], iteration, options.Iterations, losses, elapsed, remaining,
                    () => canvas.Finish(best)));
                return !stop.IsCancellationRequested;
            }

            (picture, PaintingLosses end) = new PictureDescent(objective, options.Optimizer, options.LearningRate)
                .Run(PaintingCanvas.Fit(picture, photo), options.Iterations, GoesOn);
            picture.MoveToOuterDisposeScope();
            done.Add(new PaintedScale((int)photo.shape[3], (int)photo.shape[2], steps, first!, end));
        }

        YardstickReading? reading = rival is null ? null : OptimisationYardstick.Read(rivalTotal, totals);
        return new PaintingResult(canvas.Finish(picture), done, weights, reading, clock.Elapsed, stop.IsCancellationRequested);
    }

    private static Tensor Rival(Func<PaintedPixels, PaintedPixels> rival, Tensor photo)
    {
        PaintedPixels made = rival(new PaintedPixels((int)photo.shape[3], (int)photo.shape[2], Pictures.ToBgr(photo)));
        return Pictures.FromBgr(made.Bgr, made.Width, made.Height);
    }
}
