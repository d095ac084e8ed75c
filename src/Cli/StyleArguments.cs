using System.CommandLine;
using LiveStyle.Frames;
using LiveStyle.Stylize;
using LiveStyle.Stylize.Devices;
using Microsoft.Extensions.Logging;

namespace LiveStyle.Cli;

/// <summary>The options that say which style and how: the same ones for every command that stylizes.</summary>
internal sealed class StyleArguments
{
    private const string DefaultStyle = "great-wave";
    private const string AutoPrecision = "auto";
    private static readonly StylizerOptions Defaults = new();

    private readonly Option<string> _style = new("--style", "-s")
    {
        Description = "Name of a style ('livestyle styles' lists them), or the folder of one.",
        HelpName = "NAME",
        DefaultValueFactory = _ => DefaultStyle,
    };

    private readonly Option<double> _strength = new("--strength")
    {
        Description = "Share of the style in the picture, 0 to 1.",
        HelpName = "0..1",
        DefaultValueFactory = _ => Defaults.Strength,
    };

    private readonly Option<bool> _keepColors = new("--keep-colors")
    {
        Description = "Keep the colours of the picture, take only light and line from the style.",
    };

    private readonly Option<int?> _size = new("--size")
    {
        Description = "Longest side that the network sees. Smaller is faster and coarser. [default: the picture's own]",
        HelpName = "PIXELS",
    };

    private readonly Option<string> _device = new("--device")
    {
        Description = "What computes: auto (a GPU if one works, else the CPU), cpu, webgpu, cuda or tensorrt.",
        HelpName = "DEVICE",
        DefaultValueFactory = _ => nameof(ExecutionDevice.Auto).ToLowerInvariant(),
    };

    private readonly Option<int> _threads = new("--threads")
    {
        Description = "Threads of the network on the CPU; 0 is one a core.",
        HelpName = "N",
        DefaultValueFactory = _ => Defaults.Threads,
    };

    private readonly Option<string> _tier = new("--tier")
    {
        Description = "Size of the network: fast, balanced or quality. A style that lacks it gives its nearest.",
        HelpName = "TIER",
        DefaultValueFactory = _ => Defaults.Tier.DisplayName(),
    };

    private readonly Option<string> _precision = new("--precision")
    {
        Description = "What the network computes with: fp32, int8, or auto (int8 on the CPU if the style has it, fp32 on GPUs).",
        HelpName = "PRECISION",
        DefaultValueFactory = _ => AutoPrecision,
    };

    /// <summary>Adds the options to <paramref name="command"/>.</summary>
    public void AddTo(Command command)
    {
        _device.AcceptOnlyFromAmong([.. Enum.GetNames<ExecutionDevice>().Select(name => name.ToLowerInvariant())]);
        _tier.AcceptOnlyFromAmong([.. Enum.GetValues<NetworkTier>().Select(tier => tier.DisplayName())]);
        _precision.AcceptOnlyFromAmong([AutoPrecision, .. Enum.GetValues<NetworkPrecision>().Select(precision => precision.DisplayName())]);
        foreach (Option option in (Option[])[_style, _strength, _keepColors, _size, _tier, _precision, _device, _threads]) command.Add(option);
    }

    /// <summary>Loads the style and its network.</summary>
    /// <exception cref="LiveStyleException">Options out of range, no such style, or it does not run here.</exception>
    public Stylizer Open(ParseResult parsed, ILogger log, bool stills = false)
    {
        StylizerOptions options = new()
        {
            Strength = parsed.GetValue(_strength),
            KeepColors = parsed.GetValue(_keepColors),
            Size = parsed.GetValue(_size),
            Device = Enum.Parse<ExecutionDevice>(parsed.GetValue(_device)!, ignoreCase: true),
            Tier = Enum.Parse<NetworkTier>(parsed.GetValue(_tier)!, ignoreCase: true),
            Precision = parsed.GetValue(_precision) is { } typed and not AutoPrecision ? Enum.Parse<NetworkPrecision>(typed, ignoreCase: true) : null,
            Threads = parsed.GetValue(_threads),
            Stills = stills,
        };
        OptionProblems.ThrowIfAny(options.Problems());
        return new Stylizer(StyleCatalog.Default.Find(parsed.GetValue(_style)!), options, log);
    }

    /// <summary>Threads of the network on the CPU; 0 is one a core.</summary>
    /// <exception cref="UsageException">Out of range.</exception>
    public int Threads(ParseResult parsed)
    {
        int threads = parsed.GetValue(_threads);
        OptionProblems.ThrowIfAny((Defaults with { Threads = threads }).Problems());
        return threads;
    }

    /// <summary>What an output is named after: the style's name, or the last part of its folder's path.</summary>
    public string ShortName(ParseResult parsed) => Path.GetFileName(Path.TrimEndingDirectorySeparator(parsed.GetValue(_style)!)).ToLowerInvariant();
}
