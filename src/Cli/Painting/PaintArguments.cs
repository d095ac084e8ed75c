using System.CommandLine;
using System.Globalization;
using LiveStyle.Frames;
using LiveStyle.Train.Losses;
using LiveStyle.Train.Painting;

namespace LiveStyle.Cli.Painting;

/// <summary>The options of <c>paint</c>. Defaults are those of <see cref="PaintingOptions"/>.</summary>
internal sealed class PaintArguments
{
    private static readonly PaintingOptions Defaults = new() { Photo = "", Styles = [], LossNetwork = "" };

    private readonly Argument<string> _photo = new("PHOTO") { Description = "The picture to paint." };
    private readonly Option<string[]> _style = new("--style", "-s") { Description = "The picture whose style it gets. Repeat it to blend several: A.jpg:0.7 and B.jpg:0.3.", Required = true, HelpName = "PICTURE[:WEIGHT]" };
    private readonly Option<PaintingStart> _init = Choice("--init", "What the painting begins as: content (the photo), style (the style's picture) or noise.", Defaults.Start);
    private readonly Option<PaintingOptimizer> _optimizer = Choice("--optimizer", "How the losses are brought down: lbfgs (fewer steps) or adam (calmer ones).", Defaults.Optimizer);
    private readonly Option<double> _styleWeight = Number("--style-weight", "Larger is more painted.", Defaults.StyleWeight);
    private readonly Option<double> _contentWeight = Number("--content-weight", "Larger keeps more of the photo.", Defaults.ContentWeight);
    private readonly Option<double> _variation = Number("--tv", "Weight of total variation. Larger is flatter, with less grain.", Defaults.VariationWeight);
    private readonly Option<string?> _layerWeights = new("--layer-weights") { Description = "Shares of the layers in the style loss. [default: relu1_1 to relu4_1 alike, as far as the network has them]", HelpName = "LAYER=N,..." };
    private readonly Option<string?> _contentLayer = new("--content-layer") { Description = "Layer that keeps the content. [default: relu4_2, or the nearest that the network has]", HelpName = "LAYER" };
    private readonly Option<int> _iterations = Number("--iterations", "Steps at each size.", Defaults.Iterations);
    private readonly Option<double?> _learningRate = new("--learning-rate") { Description = "Size of the steps. [default: 1 for lbfgs, 0.02 for adam]", HelpName = "N" };
    private readonly Option<int> _size = Number("--size", "Pixels of the painting's longer side. Time and memory grow with its square.", Defaults.Size);
    private readonly Option<int> _scales = Number("--scales", "Sizes to work at, coarse to fine, each twice the one before.", Defaults.Scales);
    private readonly Option<int?> _styleSize = new("--style-size") { Description = "Pixels of the style picture's shorter side. Larger means larger strokes. [default: the painting's]", HelpName = "N" };
    private readonly Option<bool> _keepColors = new("--keep-colors") { Description = "Keep the colours of the photo, take only light and line from the style." };
    private readonly Option<int> _seed = Number("--seed", "Decides the noise of --init noise.", Defaults.Seed);
    private readonly Option<int> _threads = Number("--threads", "0: one a core.", Defaults.Threads);
    private readonly Option<string?> _lossNetwork = new("--loss-network") { Description = "VGG weights (ours, or torchvision's VGG-16 and VGG-19) in safetensors form. [default: the one that came with the program]", HelpName = "FILE" };

    public void AddTo(Command command)
    {
        command.Add(_photo);
        foreach (Option option in (Option[])[_style, _init, _optimizer, _styleWeight, _contentWeight, _variation, _layerWeights, _contentLayer,
            _iterations, _learningRate, _size, _scales, _styleSize, _keepColors, _seed, _threads, _lossNetwork])
            command.Add(option);
    }

    /// <exception cref="LiveStyleException">Something makes no sense, or there is no loss network.</exception>
    public PaintingOptions Read(ParseResult parsed)
    {
        PaintingOptions options = new()
        {
            Photo = parsed.GetRequiredValue(_photo),
            Styles = [.. parsed.GetRequiredValue(_style).Select(ReadStyle)],
            LossNetwork = "",
            Start = parsed.GetValue(_init),
            Optimizer = parsed.GetValue(_optimizer),
            StyleWeight = parsed.GetValue(_styleWeight),
            ContentWeight = parsed.GetValue(_contentWeight),
            VariationWeight = parsed.GetValue(_variation),
            LayerWeights = ReadLayerWeights(parsed.GetValue(_layerWeights)),
            ContentLayer = parsed.GetValue(_contentLayer),
            Iterations = parsed.GetValue(_iterations),
            LearningRate = parsed.GetValue(_learningRate),
            Size = parsed.GetValue(_size),
            Scales = parsed.GetValue(_scales),
            StyleSize = parsed.GetValue(_styleSize),
            KeepColors = parsed.GetValue(_keepColors),
            Seed = parsed.GetValue(_seed),
            Threads = parsed.GetValue(_threads),
        };
        OptionProblems.ThrowIfAny(options.Problems());
        return options with { LossNetwork = ShippedLossNetwork.Find(parsed.GetValue(_lossNetwork)) };
    }

    /// <summary>"wave.jpg:0.7"; a file that is really called so is meant as it stands.</summary>
    internal static StyleShare ReadStyle(string typed)
    {
        int colon = typed.LastIndexOf(':');
        return colon > 0 && !File.Exists(typed) && double.TryParse(typed.AsSpan(colon + 1), NumberStyles.Float, CultureInfo.InvariantCulture, out double weight)
            ? new StyleShare(typed[..colon], weight)
            : new StyleShare(typed, 1);
    }

    /// <summary>"relu1_2=1,relu2_2=0.5".</summary>
    /// <exception cref="UsageException">It is not of that form.</exception>
    internal static IReadOnlyDictionary<string, double> ReadLayerWeights(string? typed)
    {
        Dictionary<string, double> weights = [];
        foreach (string pair in (typed ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            string[] sides = pair.Split('=', StringSplitOptions.TrimEntries);
            if (sides.Length != 2 || !double.TryParse(sides[1], NumberStyles.Float, CultureInfo.InvariantCulture, out double weight))
                throw new UsageException($"--layer-weights has the form relu1_2=1,relu2_2=0.5; '{pair}' does not fit.");
            weights[sides[0]] = weight;
        }

        return weights;
    }

    private static Option<T> Number<T>(string name, string description, T value) =>
        new(name) { Description = description, DefaultValueFactory = _ => value, HelpName = "N" };

    private static Option<T> Choice<T>(string name, string description, T value)
        where T : struct, Enum
    {
        string[] names = [.. Enum.GetNames<T>().Select(choice => choice.ToLowerInvariant())];
        Option<T> option = new(name)
        {
            Description = $"{description} [default: {value.ToString().ToLowerInvariant()}]",
            HelpName = string.Join('|', names),
            CustomParser = result => Enum.TryParse(result.Tokens[0].Value, ignoreCase: true, out T chosen) ? chosen : value,
        };
        option.AcceptOnlyFromAmong(names);
        return option;
    }
}
