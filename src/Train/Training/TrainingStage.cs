using LiveStyle.Train.Networks;

namespace LiveStyle.Train.Training;

/// <summary>One part of a training: a network, how long it learns, and what is asked of it at each moment.</summary>
/// <remarks>
/// First a <see cref="Guide"/> learns the style: large, and at first instance-normalised, since that learns fastest. Then each tier learns to
/// paint as the guide does (<see cref="Imitate"/>). A tier of the guide's size is the guide.
/// </remarks>
/// <param name="Name">Of its checkpoint and in reports.</param>
/// <param name="Size">Of its network.</param>
/// <param name="Border">Pixels of a picture's own reflection that its network needs around it.</param>
/// <param name="Crop">Pixels of a side of what it sees of a photo in a step.</param>
/// <param name="Steps">How long.</param>
/// <param name="LearningRate">At its highest.</param>
/// <param name="Frozen">How far the norms are frozen, by the share of the stage that is done.</param>
/// <param name="Weights">Of the losses, by the share of the stage that is done.</param>
internal sealed record TrainingStage(
    string Name, NetworkSize Size, int Border, int Crop, int Steps, double LearningRate, Func<double, double> Frozen, Func<double, LossWeights> Weights)
{
    /// <summary>Name of the guide's stage; a tier's has the tier's name.</summary>
    public const string GuideName = "guide";

    private const double WarmUp = 0.01;

    /// <summary>The learning rate of a moment: a short rise, then a cosine down to zero.</summary>
    public double LearningRateAt(double done) => LearningRate * Math.Min(1, (done + WarmUp / 10) / WarmUp) * 0.5 * (1 + Math.Cos(Math.PI * Math.Min(1, done)));

    /// <summary>Learns the style from the painting: first with instance norms, then with frozen ones, so that a tier, which knows nothing of
    /// the rest of the picture, can paint as it does. Steadiness comes once there is a style that can be steadied.</summary>
    public static TrainingStage Guide(TrainingOptions options) => new(
        GuideName, options.GuideSize, options.GuideBorder, options.GuideCrop, options.GuideSteps, options.LearningRate, done => Ramp(done, 0.15, 0.25),
        done => new LossWeights(options.StyleWeight, options.ContentWeight, options.PaletteWeight, options.VariationWeight, options.GridWeight, options.SteadinessWeight * Ramp(done, 0.1, 0.4), 0));

    /// <summary>Learns from the guide, then from guide and painting, with norms that freeze early.</summary>
    /// <param name="name">Name of the tier.</param>
    /// <param name="options">Weights and steps.</param>
    /// <param name="size">Of the tier's network.</param>
    public static TrainingStage Imitate(string name, TrainingOptions options, NetworkSize size) => new(
        name, size, options.TierBorder, options.Crop, options.Steps, options.LearningRate, done => Ramp(done, 0.1, 0.3),
        done => done < JudgedFrom
            ? new LossWeights(0, 0, 0, 0, options.GridWeight, 0, options.GuideWeight)
            : new LossWeights(options.StyleWeight, options.ContentWeight, options.PaletteWeight, options.VariationWeight, options.GridWeight, options.SteadinessWeight * Ramp(done, JudgedFrom, JudgedFrom + 0.2), options.GuideWeight));

    private const double JudgedFrom = 0.3;

    private static double Ramp(double done, double from, double to) => Math.Clamp((done - from) / (to - from), 0, 1);
}
