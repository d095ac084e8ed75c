using LiveStyle.Train.Networks;

namespace LiveStyle.Train.Training;

/// <summary>One part of a training: a network, how long it learns, and what is asked of it at each moment.</summary>
/// <remarks>
/// First a <see cref="Guide"/> learns the style, free of all that use demands: large, instance-normalised, since that learns fastest and
/// paints best. Then each tier learns to paint as the guide does (<see cref="Imitate"/>), with norms that fold, and steadily.
/// </remarks>
/// <param name="Name">Of its checkpoint and in reports.</param>
/// <param name="Size">Of its network.</param>
/// <param name="Steps">How long.</param>
/// <param name="LearningRate">At its highest.</param>
/// <param name="Frozen">How far the norms are frozen, by the share of the stage that is done.</param>
/// <param name="Weights">Of the losses, by the share of the stage that is done.</param>
internal sealed record TrainingStage(
    string Name, NetworkSize Size, int Steps, double LearningRate, Func<double, double> Frozen, Func<double, LossWeights> Weights)
{
    private const double WarmUp = 0.01;

    /// <summary>The learning rate of a moment: a short rise, then a cosine down to zero.</summary>
    public double LearningRateAt(double done) => LearningRate * Math.Min(1, (done + WarmUp / 10) / WarmUp) * 0.5 * (1 + Math.Cos(Math.PI * Math.Min(1, done)));

    /// <summary>Learns the style from the painting. Steadiness comes once there is a style that can be steadied: what the guide can't
    /// hold steady the tiers would have to unlearn.</summary>
    public static TrainingStage Guide(TrainingOptions options) => new(
        "guide", options.GuideSize, options.GuideSteps, options.LearningRate, _ => 0,
        done => new LossWeights(options.StyleWeight, options.ContentWeight, options.VariationWeight, options.GridWeight, options.SteadinessWeight * Ramp(done, 0.1, 0.4), 0));

    /// <summary>Learns from the guide, then from guide and painting, while its norms turn into what folds into the convolutions.</summary>
    /// <param name="name">Name of the tier.</param>
    /// <param name="options">Weights and steps.</param>
    /// <param name="size">Of the tier's network; one of the guide's size starts as a copy of the guide and needs no time of imitation only.</param>
    public static TrainingStage Imitate(string name, TrainingOptions options, NetworkSize size)
    {
        bool isCopy = size == options.GuideSize;
        (double judgedFrom, double freezeFrom, double freezeTo) = isCopy ? (0, 0, 0.3) : (0.3, 0.25, 0.5);
        return new TrainingStage(
            name, size, options.Steps, isCopy ? options.LearningRate / 2 : options.LearningRate, done => Ramp(done, freezeFrom, freezeTo),
            done => done < judgedFrom
                ? new LossWeights(0, 0, 0, options.GridWeight, 0, options.GuideWeight)
                : new LossWeights(options.StyleWeight, options.ContentWeight, options.VariationWeight, options.GridWeight, options.SteadinessWeight * Ramp(done, judgedFrom, judgedFrom + 0.2), options.GuideWeight));
    }

    private static double Ramp(double done, double from, double to) => Math.Clamp((done - from) / (to - from), 0, 1);
}
