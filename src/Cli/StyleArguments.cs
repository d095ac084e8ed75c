using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using LiveStyle.Frames;
using LiveStyle.Live;
using LiveStyle.Stylize;
using LiveStyle.Stylize.Devices;
using Microsoft.Extensions.Logging;

namespace LiveStyle.Cli;

/// <summary>The options that say which style and how: the same ones for every command that stylizes.</summary>
/// <param name="adapts">True for a live run: tier and size may be left to the program, and are by default.</param>
internal sealed class StyleArguments(bool adapts = false)
{
    private const string DefaultStyle = "great-wave";
    private const string Auto = "auto";
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
        Description = adapts
            ? "Longest side that the network sees, or auto: the largest that keeps up. [default: auto]"
            : "Longest side that the network sees. Smaller is faster and coarser. [default: the picture's own]",
        HelpName = "PIXELS",
        CustomParser = ReadSize,
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
        Description = (adapts ? "Size of the network: auto (balanced, or fast where that does not keep up), " : "Size of the network: ") +
            "fast, balanced or quality. A style that lacks it gives its nearest.",
        HelpName = "TIER",
        DefaultValueFactory = _ => adapts ? Auto : Defaults.Tier.DisplayName(),
    };

    private readonly Option<string> _precision = new("--precision")
    {
        Description = "What the network computes with: fp32, int8, or auto (int8 on the CPU if the style has it, fp32 on GPUs).",
        HelpName = "PRECISION",
        DefaultValueFactory = _ => Auto,
    };

    /// <summary>Adds the options to <paramref name="command"/>.</summary>
    public void AddTo(Command command)
    {
        _device.AcceptOnlyFromAmong([.. Enum.GetNames<ExecutionDevice>().Select(name => name.ToLowerInvariant())]);
        _tier.AcceptOnlyFromAmong([.. adapts ? [Auto] : Array.Empty<string>(), .. Enum.GetValues<NetworkTier>().Select(tier => tier.DisplayName())]);
        _precision.AcceptOnlyFromAmong([Auto, .. Enum.GetValues<NetworkPrecision>().Select(precision => precision.DisplayName())]);
        foreach (Option option in (Option[])[_style, _strength, _keepColors, _size, _tier, _precision, _device, _threads]) command.Add(option);
    }

    /// <summary>Loads the style and its network.</summary>
    /// <exception cref="LiveStyleException">Options out of range, no such style, or it does not run here.</exception>
    public Stylizer Open(ParseResult parsed, ILogger log, bool stills = false, bool isFilm = false)
    {
        StylizerOptions options = Read(parsed) with { Stills = stills, Abreast = isFilm };
        return new Stylizer(StyleCatalog.Default.Find(parsed.GetValue(_style)!), options, log);
    }

    /// <summary>What was typed, but for the style itself. A tier that is left to the program is the default one here.</summary>
    /// <exception cref="UsageException">Something is out of range.</exception>
    public StylizerOptions Read(ParseResult parsed)
    {
        StylizerOptions options = new()
        {
            Strength = parsed.GetValue(_strength),
            KeepColors = parsed.GetValue(_keepColors),
            Size = parsed.GetValue(_size),
            Device = Enum.Parse<ExecutionDevice>(parsed.GetValue(_device)!, ignoreCase: true),
            Tier = Tier(parsed) ?? Defaults.Tier,
            Precision = parsed.GetValue(_precision) is { } typed and not Auto ? Enum.Parse<NetworkPrecision>(typed, ignoreCase: true) : null,
            Threads = parsed.GetValue(_threads),
        };
        OptionProblems.ThrowIfAny(options.Problems());
        return options;
    }

    /// <summary>The settings of a live run: those of a profile, and over them what was typed.</summary>
    /// <exception cref="UsageException">Something is out of range.</exception>
    public LiveSettings Settings(ParseResult parsed, LiveSettings? profile)
    {
        StylizerOptions typed = Read(parsed);
        LiveSettings settings = profile ?? new LiveSettings { Style = DefaultStyle };
        if (IsTyped(parsed, _style)) settings = settings with { Style = parsed.GetValue(_style)! };
        if (IsTyped(parsed, _strength)) settings = settings with { Strength = typed.Strength };
        if (IsTyped(parsed, _keepColors)) settings = settings with { KeepColors = typed.KeepColors };
        if (IsTyped(parsed, _tier)) settings = settings with { Tier = Tier(parsed) };
        if (IsTyped(parsed, _size)) settings = settings with { Size = typed.Size };
        return settings;
    }

    /// <summary>Threads of the network on the CPU; 0 is one a core.</summary>
    /// <exception cref="UsageException">Out of range.</exception>
    public int Threads(ParseResult parsed)
    {
        int threads = parsed.GetValue(_threads);
        OptionProblems.ThrowIfAny((Defaults with { Threads = threads }).Problems());
        return threads;
    }

    private NetworkTier? Tier(ParseResult parsed) =>
        parsed.GetValue(_tier) is { } typed and not Auto ? Enum.Parse<NetworkTier>(typed, ignoreCase: true) : null;

    private static bool IsTyped(ParseResult parsed, Option option) => parsed.GetResult(option) is { Implicit: false };

    private static int? ReadSize(ArgumentResult typed)
    {
        string token = typed.Tokens.Count == 1 ? typed.Tokens[0].Value : "";
        if (token == Auto) return null;
        if (int.TryParse(token, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int size)) return size;
        typed.AddError($"--size must be a number of pixels, not '{token}'.");
        return null;
    }

    /// <summary>The style as typed.</summary>
    public string Name(ParseResult parsed) => parsed.GetValue(_style)!;

    /// <summary>What an output is named after: the style's name, or the last part of its folder's path.</summary>
    public string ShortName(ParseResult parsed) => Path.GetFileName(Path.TrimEndingDirectorySeparator(parsed.GetValue(_style)!)).ToLowerInvariant();
}
