using LiveStyle.Stylize;
using LiveStyle.Train.Export;
using LiveStyle.Train.Networks;

namespace LiveStyle.Train.Training;

/// <summary>All that decides how a style is learnt. The defaults are the recipe of the shipped styles.</summary>
public sealed record TrainingOptions
{
    /// <summary>The picture whose style is learnt.</summary>
    public required string Style { get; init; }

    /// <summary>Folder of photographs to practise on.</summary>
    public required string Photos { get; init; }

    /// <summary>VGG weights in safetensors form: the judge of style and content.</summary>
    public required string LossNetwork { get; init; }

    /// <summary>Folder of the style pack to make; its name is the style's.</summary>
    public required string Output { get; init; }

    /// <summary>Name of the folder in <see cref="Output"/> in which a training that is not complete keeps what it has learnt.</summary>
    public const string CheckpointFolder = "checkpoint";

    /// <summary>Networks to train, in this order; the pack can be used as soon as the first is there.</summary>
    public IReadOnlyList<NetworkTier> Tiers { get; init; } = [NetworkTier.Quality, NetworkTier.Balanced, NetworkTier.Fast];

    /// <summary>Sizes other than the tiers' own.</summary>
    public IReadOnlyDictionary<NetworkTier, NetworkSize> Sizes { get; init; } = new Dictionary<NetworkTier, NetworkSize>();

    /// <summary>Size of the network that learns the painting first and that the other tiers imitate.</summary>
    public NetworkSize GuideSize { get; init; } = NetworkSize.Quality;

    /// <summary>Steps of the guide. From a <see cref="Base"/> below 400, from nothing below 1,000 the picture stays coarse.</summary>
    public int GuideSteps { get; init; } = 1200;

    /// <summary>Steps of each tier.</summary>
    public int Steps { get; init; } = 800;

    /// <summary>Folder of a style, or of an earlier training's checkpoints, of any painting, to start from (<see cref="TrainingBase"/>); <see langword="null"/>: from nothing.</summary>
    public string? Base { get; init; }

    /// <summary>Leave the checkpoints when the training is complete, so that others can start from them.</summary>
    public bool KeepCheckpoints { get; init; }

    /// <summary>Photos a step.</summary>
    public int Batch { get; init; } = 2;

    /// <summary>Pixels of a training crop's side, a multiple of 4, with <see cref="Border"/> on each side that no loss looks at.</summary>
    public int Crop { get; init; } = 160;

    /// <summary>Pixels around a crop that no loss looks at.</summary>
    public int Border { get; init; } = 8;

    /// <summary>Pixels of a side of what is judged of a crop: three quarters of what could be, in whole cells.</summary>
    internal int Judged => (Crop - 2 * Border) * 3 / 4 / PackedNetwork.Cell * PackedNetwork.Cell;

    /// <summary>Pixels of a side of the crops that the guide sees: what is judged, and around it all that has a part in its painting.</summary>
    internal int GuideCrop => Judged + 2 * GuideBorder;

    /// <summary>
    /// Pixels of a picture's own reflection around it when the guide paints, thrown away afterwards: all in which it can tell that there is an edge. A guide
    /// that is judged there learns to paint what the style wants along the edge, whatever the picture shows: it is the same for every photo.
    /// </summary>
    public int GuideBorder => GuideSize.Reach;

    /// <summary>
    /// The same when a tier paints that imitates the guide, a multiple of 4. It costs time with every frame, so it is small: tiers learn with it what the
    /// guide paints up to the edge.
    /// </summary>
    public int TierBorder { get; init; } = 16;

    /// <summary>Pixels of the painting's shorter side. Larger means larger strokes.</summary>
    public int StyleSize { get; init; } = 256;

    /// <summary>Pixels of a photo's shorter side before cropping.</summary>
    public int PhotoSize { get; init; } = 256;

    /// <summary>Layers whose Gram matrices are matched.</summary>
    public IReadOnlyList<string> StyleLayers { get; init; } = ["relu1_2", "relu2_2", "relu3_1"];

    /// <summary>At how many sizes of the picture they are matched, each half of the one before.</summary>
    public int StyleScales { get; init; } = 2;

    /// <summary>Layer whose features keep the content.</summary>
    public string ContentLayer { get; init; } = "relu2_2";

    /// <summary>Weight of the style loss, mean over layers and normalised: plain photos have a loss of 1. Larger is more painted.</summary>
    public double StyleWeight { get; init; } = 15;

    /// <summary>Weight of the content loss. Larger keeps more of the photo's outlines.</summary>
    public double ContentWeight { get; init; } = 0.5;

    /// <summary>Weight of the difference to the photo in the painting's palette. Larger gives what has different colours in the photo different ones in the painting; with 0
    /// most paintings are coloured by brightness alone.</summary>
    public double PaletteWeight { get; init; } = 50;

    /// <summary>Weight of total variation. Larger is flatter.</summary>
    public double VariationWeight { get; init; } = 0.5;

    /// <summary>Weight of what repeats with the network's cells of four pixels. Larger leaves less of a weave, and less of fine strokes.</summary>
    public double GridWeight { get; init; } = 600;

    /// <summary>Weight of the difference between the paintings of two neighbouring frames along their motion, with other noise. Larger is
    /// steadier in video; 0 trains the control that steadiness is measured against.</summary>
    public double SteadinessWeight { get; init; } = 200;

    /// <summary>Weight of the mean squared difference of a tier's painting to the guide's.</summary>
    public double GuideWeight { get; init; } = 60;

    /// <summary>Adam's learning rate at its highest; it falls to zero along a cosine.</summary>
    public double LearningRate { get; init; } = 2e-3;

    /// <summary>Decides the first weights and every crop.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>Threads for the tensor library; 0: one a core.</summary>
    public int Threads { get; init; }

    /// <summary>Steps between checkpoints and previews.</summary>
    public int CheckpointEvery { get; init; } = 250;

    /// <summary>Continue from the checkpoint in <see cref="Output"/>, if there is one, rather than refuse.</summary>
    public bool Resume { get; init; }

    /// <summary>Title of the picture, for the style's card; by default the file's name.</summary>
    public string? Title { get; init; }

    /// <summary>Who painted it.</summary>
    public string? Painter { get; init; }

    /// <summary>When.</summary>
    public string? Year { get; init; }

    /// <summary>Terms of the picture.</summary>
    public string? License { get; init; }

    /// <summary>Size of a tier's network.</summary>
    public NetworkSize SizeOf(NetworkTier tier) => Sizes.TryGetValue(tier, out NetworkSize? size) ? size : NetworkSize.Of(tier);

    /// <summary>Whether a tier is the guide itself, being of its size.</summary>
    internal bool IsGuide(NetworkTier tier) => SizeOf(tier) == GuideSize;

    /// <summary>Every problem at once, each naming the option as the user typed it.</summary>
    public IEnumerable<string> Problems()
    {
        if (Steps < 1) yield return $"--steps must be at least 1, not {Steps}.";
        if (GuideSteps < 1) yield return $"--guide-steps must be at least 1, not {GuideSteps}.";
        if (Tiers.Count == 0 || Tiers.Distinct().Count() != Tiers.Count) yield return "--tier names each tier once.";
        if (Batch < 1) yield return $"--batch must be at least 1, not {Batch}.";
        int least = Math.Max(2 * Border + GuideBorder + PackedNetwork.Cell, 64); // what is judged is reflected around itself, and holds some cells
        if (Crop % PackedNetwork.Cell != 0 || Crop < least) yield return $"--crop must be a multiple of {PackedNetwork.Cell} and at least {least}, not {Crop}.";
        if (StyleSize < 64) yield return $"--style-size must be at least 64, not {StyleSize}.";
        if (PhotoSize < 64) yield return $"--photo-size must be at least 64, not {PhotoSize}.";
        if (CheckpointEvery < 1) yield return $"--checkpoint-every must be at least 1, not {CheckpointEvery}.";
        if (StyleWeight < 0 || ContentWeight < 0 || PaletteWeight < 0 || VariationWeight < 0 || GridWeight < 0 || SteadinessWeight < 0 || GuideWeight < 0) yield return "Weights must not be negative.";
        if (LearningRate <= 0) yield return $"--learning-rate must be above 0, not {LearningRate}.";
        if (Threads < 0) yield return $"--threads must not be negative, but is {Threads}.";
    }
}
