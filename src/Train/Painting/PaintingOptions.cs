using LiveStyle.Train.Losses;

namespace LiveStyle.Train.Painting;

/// <summary>All that decides how a picture is painted by optimisation.</summary>
public sealed record PaintingOptions
{
    /// <summary>Least pixels of the longer side at the smallest size: deep layers see a 16th of it.</summary>
    public const int LeastSize = 64;

    private const int MostSize = 4096;
    private static readonly string[] UsualStyleLayers = ["relu1_1", "relu2_1", "relu3_1", "relu4_1"];
    private static readonly string[] UsualContentLayers = ["relu4_2", "relu3_1", "relu2_2"];

    /// <summary>The picture that is painted.</summary>
    public required string Photo { get; init; }

    /// <summary>The pictures whose style it gets, at least one.</summary>
    public required IReadOnlyList<StyleShare> Styles { get; init; }

    /// <summary>VGG weights in safetensors form: the judge of style and content.</summary>
    public required string LossNetwork { get; init; }

    /// <summary>What the painting begins as. Default: the photo.</summary>
    public PaintingStart Start { get; init; } = PaintingStart.Content;

    /// <summary>How the losses are brought down. Default L-BFGS.</summary>
    public PaintingOptimizer Optimizer { get; init; } = PaintingOptimizer.Lbfgs;

    /// <summary>Weight of the style loss. Larger is more painted.</summary>
    public double StyleWeight { get; init; } = 10;

    /// <summary>Weight of the content loss. Larger keeps more of the photo.</summary>
    public double ContentWeight { get; init; } = 0.3;

    /// <summary>Weight of total variation. Larger is flatter and has less grain.</summary>
    public double VariationWeight { get; init; } = 0.3;

    /// <summary>Shares of the layers in the style loss; empty: relu1_1, relu2_1, relu3_1, relu4_1, those that the network has, alike.</summary>
    public IReadOnlyDictionary<string, double> LayerWeights { get; init; } = new Dictionary<string, double>();

    /// <summary>Layer whose features keep the content; <see langword="null"/>: relu4_2, or the deepest that comes near.</summary>
    public string? ContentLayer { get; init; }

    /// <summary>Steps at each size.</summary>
    public int Iterations { get; init; } = 150;

    /// <summary>Learning rate; <see langword="null"/>: 1 for L-BFGS, 0.02 for Adam.</summary>
    public double? LearningRate { get; init; }

    /// <summary>Pixels of the painting's longer side. Default 512. Time and memory grow with its square.</summary>
    public int Size { get; init; } = 512;

    /// <summary>Sizes, coarse to fine, each twice the one before. The coarse ones bring the large strokes and cost little.</summary>
    public int Scales { get; init; } = 3;

    /// <summary>Pixels of the style pictures' shorter side at the final size; <see langword="null"/>: as the painting's. Larger means larger strokes.</summary>
    public int? StyleSize { get; init; }

    /// <summary>Keep the photo's colours, take only light and line from the style.</summary>
    public bool KeepColors { get; init; }

    /// <summary>Decides the noise of <see cref="PaintingStart.Noise"/>.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>Threads for the tensor library; 0: one a core.</summary>
    public int Threads { get; init; }

    /// <summary>The weights, with the layers that a network has where the user named none.</summary>
    /// <exception cref="Frames.ModelInvalidException">The network has none of the usual layers, or lacks one that was named.</exception>
    public ObjectiveWeights WeightsFor(LossNetwork network)
    {
        string[] available = [.. network.Layers];
        IReadOnlyDictionary<string, double> layers = LayerWeights.Count > 0
            ? LayerWeights.Where(layer => layer.Value > 0).ToDictionary()
            : UsualStyleLayers.Where(available.Contains).ToDictionary(layer => layer, _ => 1.0);
        string content = ContentLayer ?? UsualContentLayers.FirstOrDefault(available.Contains) ?? available[^1];
        string? missing = layers.Keys.Append(content).FirstOrDefault(layer => !available.Contains(layer));
        if (missing is not null)
            throw new Frames.ModelInvalidException(LossNetwork, $"it has no layer '{missing}'", $"It has {string.Join(", ", available)}.");
        return new ObjectiveWeights(layers, content, StyleWeight, ContentWeight, VariationWeight);
    }

    /// <summary>Every problem at once, each naming the option as the user typed it.</summary>
    public IEnumerable<string> Problems()
    {
        if (Styles.Count == 0) yield return "--style must name at least one picture.";
        foreach (StyleShare style in Styles)
            if (!(style.Weight > 0)) yield return $"--style {style.Path}: its weight must be above 0, not {style.Weight}.";
        if (!(StyleWeight > 0)) yield return $"--style-weight must be above 0, not {StyleWeight}.";
        if (!(ContentWeight >= 0)) yield return $"--content-weight must not be negative, but is {ContentWeight}.";
        if (!(VariationWeight >= 0)) yield return $"--tv must not be negative, but is {VariationWeight}.";
        foreach ((string layer, double weight) in LayerWeights)
            if (!(weight >= 0)) yield return $"--layer-weights {layer}: must not be negative, but is {weight}.";
        if (LayerWeights.Count > 0 && LayerWeights.Values.All(weight => weight == 0)) yield return "--layer-weights must leave at least one layer.";
        if (Iterations < 1) yield return $"--iterations must be at least 1, not {Iterations}.";
        if (LearningRate is { } rate && !(rate > 0)) yield return $"--learning-rate must be above 0, not {rate}.";
        if (Size is < LeastSize or > MostSize) yield return $"--size must be between {LeastSize} and {MostSize}, not {Size}.";
        if (Scales is < 1 or > 6) yield return $"--scales must be between 1 and 6, not {Scales}.";
        else if (Size >= LeastSize && Size >> (Scales - 1) < LeastSize)
            yield return $"--scales {Scales} would begin at {Size >> (Scales - 1)} pixels; at least {LeastSize} are needed. Use a larger --size or fewer scales.";
        if (StyleSize is < LeastSize or > MostSize) yield return $"--style-size must be between {LeastSize} and {MostSize}, not {StyleSize}.";
        if (Threads < 0) yield return $"--threads must not be negative, but is {Threads}.";
    }
}
