using System.CommandLine;
using LiveStyle.Stylize;
using LiveStyle.Train.Data;
using LiveStyle.Train.Losses;
using LiveStyle.Train.Training;

namespace LiveStyle.Cli.Training;

/// <summary>The options of <c>train</c>. Defaults are those of <see cref="TrainingOptions"/>.</summary>
internal sealed class TrainArguments
{
    private static readonly TrainingOptions Defaults = new() { Style = "", Photos = "", LossNetwork = "", Output = "" };

    private readonly Option<string> _style = new("--style") { Description = "The picture whose style is learnt.", Required = true, HelpName = "PICTURE" };
    private readonly Option<string?> _photos = new("--photos") { Description = "Folder of photographs to practise on; hundreds are better than tens. [default: your Pictures folder, else the desktop's wallpapers]", HelpName = "FOLDER" };
    private readonly Option<string?> _lossNetwork = new("--loss-network") { Description = "VGG weights (ours, or torchvision's VGG-16 and VGG-19) in safetensors form: the judge of style and content. [default: the one that came with the program]", HelpName = "FILE" };
    private readonly Option<string> _output = new("--output", "-o") { Description = "Folder of the style pack to make; its name is the style's.", Required = true, HelpName = "FOLDER" };
    private readonly Option<bool> _resume = new("--resume") { Description = "Go on from the checkpoint in the output folder." };
    private readonly Option<NetworkTier[]> _tiers = new("--tier") { Description = "Networks to train: fast, balanced, quality. [default: all]", AllowMultipleArgumentsPerToken = true, HelpName = "TIER" };
    private readonly Option<int> _guideSteps = Number("--guide-steps", "Steps of the guide, from which the tiers learn. Below 400 the picture stays coarse.", Defaults.GuideSteps);
    private readonly Option<int> _steps = Number("--steps", "Steps of each tier.", Defaults.Steps);
    private readonly Option<int> _batch = Number("--batch", "Photos a step.", Defaults.Batch);
    private readonly Option<int> _crop = Number("--crop", "Pixels of a training crop's side, 8 of them on each side not judged.", Defaults.Crop);
    private readonly Option<Brush> _brush = new("--brush") { Description = "Size of the strokes: small, medium or large.", HelpName = "SIZE", DefaultValueFactory = _ => Brush.Medium };
    private readonly Option<int?> _styleSize = new("--style-size") { Description = "The same in pixels of the painting's shorter side as the network sees it. [default: 192, 256 or 384, by --brush]", HelpName = "N" };
    private readonly Option<int> _photoSize = Number("--photo-size", "Pixels of a photo's shorter side before cropping.", Defaults.PhotoSize);
    private readonly Option<double> _styleWeight = Number("--style-weight", "Larger is more painted.", Defaults.StyleWeight);
    private readonly Option<double> _contentWeight = Number("--content-weight", "Larger keeps more of the outlines.", Defaults.ContentWeight);
    private readonly Option<string> _contentLayer = new("--content-layer") { Description = "Layer of the loss network that keeps the content: relu2_2 keeps lines, relu3_1 only shapes.", HelpName = "LAYER", DefaultValueFactory = _ => Defaults.ContentLayer };
    private readonly Option<double> _paletteWeight = Number("--palette", "Larger keeps apart what differs in colour, each in the nearest of the painting's colours.", Defaults.PaletteWeight);
    private readonly Option<double> _variationWeight = Number("--tv", "Weight of total variation. Larger is flatter.", Defaults.VariationWeight);
    private readonly Option<double> _gridWeight = Number("--grid", "Larger leaves less of a weave of four pixels, and less of fine strokes.", Defaults.GridWeight);
    private readonly Option<double> _steadiness = Number("--steadiness", "Larger is steadier in video, and paler.", Defaults.SteadinessWeight);
    private readonly Option<double> _guideWeight = Number("--guide-weight", "Larger keeps the tiers closer to the guide.", Defaults.GuideWeight);
    private readonly Option<string?> _base = new("--base") { Description = $"Start from another style, from the checkpoints of a training, or from '{TrainingBase.None}'. [default: {TrainingBase.Usual}]", HelpName = "STYLE|FOLDER" };
    private readonly Option<bool> _keep = new("--keep-checkpoints") { Description = "Leave the checkpoints, so that another training can start from them." };
    private readonly Option<double> _learningRate = Number("--learning-rate", "Adam's highest learning rate.", Defaults.LearningRate);
    private readonly Option<int> _seed = Number("--seed", "Decides the first weights and every crop.", Defaults.Seed);
    private readonly Option<int> _threads = Number("--threads", "0: one a core.", Defaults.Threads);
    private readonly Option<int> _every = Number("--checkpoint-every", "Steps between checkpoints and previews.", Defaults.CheckpointEvery);
    private readonly Option<string?> _title = new("--title") { Description = "Title of the picture. [default: the file's name]" };
    private readonly Option<string?> _painter = new("--painter") { Description = "Who painted it." };
    private readonly Option<string?> _year = new("--year") { Description = "When." };
    private readonly Option<string?> _license = new("--license") { Description = "Terms of the picture and of the network." };

    public void AddTo(Command command)
    {
        foreach (Option option in (Option[])[_style, _photos, _lossNetwork, _output, _resume, _tiers, _guideSteps, _steps, _batch, _crop, _brush, _styleSize, _photoSize, _styleWeight,
            _contentWeight, _contentLayer, _paletteWeight, _variationWeight, _gridWeight, _steadiness, _guideWeight, _base, _keep, _learningRate, _seed, _threads, _every, _title, _painter, _year, _license])
            command.Add(option);
    }

    public TrainingOptions Read(ParseResult parsed) => new()
    {
        Style = parsed.GetRequiredValue(_style),
        Photos = DefaultPhotos.Find(parsed.GetValue(_photos)),
        LossNetwork = ShippedLossNetwork.Find(parsed.GetValue(_lossNetwork)),
        Output = parsed.GetRequiredValue(_output),
        Resume = parsed.GetValue(_resume),
        Tiers = parsed.GetValue(_tiers) is { Length: > 0 } tiers ? tiers : Defaults.Tiers,
        GuideSteps = parsed.GetValue(_guideSteps),
        Steps = parsed.GetValue(_steps),
        Batch = parsed.GetValue(_batch),
        Crop = parsed.GetValue(_crop),
        StyleSize = parsed.GetValue(_styleSize) ?? (int)parsed.GetValue(_brush),
        PhotoSize = parsed.GetValue(_photoSize),
        StyleWeight = parsed.GetValue(_styleWeight),
        ContentWeight = parsed.GetValue(_contentWeight),
        ContentLayer = parsed.GetRequiredValue(_contentLayer),
        PaletteWeight = parsed.GetValue(_paletteWeight),
        VariationWeight = parsed.GetValue(_variationWeight),
        GridWeight = parsed.GetValue(_gridWeight),
        SteadinessWeight = parsed.GetValue(_steadiness),
        GuideWeight = parsed.GetValue(_guideWeight),
        Base = TrainingBase.Find(parsed.GetValue(_base)),
        KeepCheckpoints = parsed.GetValue(_keep),
        LearningRate = parsed.GetValue(_learningRate),
        Seed = parsed.GetValue(_seed),
        Threads = parsed.GetValue(_threads),
        CheckpointEvery = parsed.GetValue(_every),
        Title = parsed.GetValue(_title),
        Painter = parsed.GetValue(_painter),
        Year = parsed.GetValue(_year),
        License = parsed.GetValue(_license),
    };

    /// <summary>Pixels of the painting's shorter side.</summary>
    private enum Brush
    {
        Small = 192,
        Medium = 256,
        Large = 384,
    }

    private static Option<T> Number<T>(string name, string description, T value) =>
        new(name) { Description = description, DefaultValueFactory = _ => value, HelpName = "N" };
}
