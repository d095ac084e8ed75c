using System.CommandLine;
using LiveStyle.Stylize;
using LiveStyle.Stylize.Devices;
using LiveStyle.Train.Losses;

namespace LiveStyle.Cli.Evaluation;

/// <summary>The arguments of <c>evaluate</c>. Defaults are those of <see cref="EvaluateOptions"/>.</summary>
internal sealed class EvaluateArguments
{
    private static readonly EvaluateOptions Defaults = new() { Styles = [] };

    private readonly Argument<string[]> _styles = new("STYLE")
    {
        Description = "Names or folders of styles, or ONNX files of foreign style networks (float RGB planes in and out).",
        Arity = ArgumentArity.OneOrMore,
    };

    private readonly Option<NetworkTier[]> _tiers = new("--tier")
    {
        Description = "Networks of the styles to evaluate: fast, balanced, quality. [default: all]",
        HelpName = "TIER",
        AllowMultipleArgumentsPerToken = true,
    };

    private readonly Option<string?> _photos = new("--photos")
    {
        Description = "Folder of photographs; of 40 and more, those that training on this folder holds back are used. [default: drawn pictures]",
        HelpName = "FOLDER",
    };

    private readonly Option<int> _photoCount = new("--photo-count")
    {
        Description = "Most photographs to use.",
        HelpName = "N",
        DefaultValueFactory = _ => Defaults.PhotoCount,
    };

    private readonly Option<string?> _stylePicture = new("--style-picture")
    {
        Description = "The picture that the styles were learnt from. Without it style and content losses are left out.",
        HelpName = "PICTURE",
    };

    private readonly Option<string?> _lossNetwork = new("--loss-network")
    {
        Description = "VGG weights (ours, or torchvision's VGG-16 and VGG-19) in safetensors form: the judge. [default: the one that came with the program]",
        HelpName = "FILE",
    };

    private readonly Option<string[]> _clips = new("--clip")
    {
        Description = "A video file, besides the clips with exact motion that are generated; may be repeated. Its motion is estimated.",
        HelpName = "VIDEO",
        DefaultValueFactory = _ => [],
    };

    private readonly Option<int> _clipFrames = new("--clip-frames")
    {
        Description = "Frames of each clip that is generated; fewer are quicker and less sure.",
        HelpName = "N",
        DefaultValueFactory = _ => Defaults.ClipFrames,
    };

    private readonly Option<string?> _control = new("--control")
    {
        Description = "The style's twin, trained without temporal losses (or any style): steadiness is compared with it.",
        HelpName = "STYLE",
    };

    private readonly Option<int> _range = new("--range")
    {
        Description = "Value of white in foreign networks: 255 (as PyTorch's fast_neural_style) or 1.",
        HelpName = "255|1",
        DefaultValueFactory = _ => Defaults.Range,
    };

    private readonly Option<bool> _johnson = new("--johnson")
    {
        Description = "Time the network of Johnson et al. 2016 (1.68 million parameters) in the same run, and say how many times as fast each style is.",
    };

    private readonly Option<string> _output = new("--output", "-o")
    {
        Description = "Folder for the cards, STYLE.json and STYLE.html; those of an earlier run are replaced.",
        HelpName = "FOLDER",
        DefaultValueFactory = _ => Defaults.Output,
    };

    private readonly Option<string> _device = new("--device")
    {
        Description = "What computes: auto (a GPU if one works, else the CPU), cpu, webgpu, cuda or tensorrt.",
        HelpName = "DEVICE",
        DefaultValueFactory = _ => nameof(ExecutionDevice.Auto).ToLowerInvariant(),
    };

    private readonly Option<int> _threads = new("--threads")
    {
        Description = "Threads on the CPU; 0 is one a core.",
        HelpName = "N",
        DefaultValueFactory = _ => Defaults.Stylizer.Threads,
    };

    /// <summary>Adds the arguments to <paramref name="command"/>.</summary>
    public void AddTo(Command command)
    {
        _device.AcceptOnlyFromAmong([.. Enum.GetNames<ExecutionDevice>().Select(name => name.ToLowerInvariant())]);
        command.Add(_styles);
        foreach (Option option in (Option[])[_tiers, _photos, _photoCount, _stylePicture, _lossNetwork, _clips, _clipFrames, _control, _range, _johnson, _output, _device, _threads])
            command.Add(option);
    }

    public EvaluateOptions Read(ParseResult parsed) => new()
    {
        Styles = parsed.GetRequiredValue(_styles),
        Tiers = parsed.GetValue(_tiers) is { Length: > 0 } tiers ? tiers : Defaults.Tiers,
        Photos = parsed.GetValue(_photos),
        PhotoCount = parsed.GetValue(_photoCount),
        StylePicture = parsed.GetValue(_stylePicture),
        LossNetwork = parsed.GetValue(_stylePicture) is null ? parsed.GetValue(_lossNetwork) : ShippedLossNetwork.Find(parsed.GetValue(_lossNetwork)),
        Clips = parsed.GetValue(_clips) ?? [],
        ClipFrames = parsed.GetValue(_clipFrames),
        Control = parsed.GetValue(_control),
        Range = parsed.GetValue(_range),
        Johnson = parsed.GetValue(_johnson),
        Output = parsed.GetRequiredValue(_output),
        Stylizer = new StylizerOptions
        {
            Device = Enum.Parse<ExecutionDevice>(parsed.GetValue(_device)!, ignoreCase: true),
            Threads = parsed.GetValue(_threads),
        },
    };
}
