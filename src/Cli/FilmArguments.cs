using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using LiveStyle.Capture;
using LiveStyle.Frames;
using LiveStyle.Stylize;
using LiveStyle.Video;
using LiveStyle.Video.Layouts;
using LiveStyle.Video.Schedule;

namespace LiveStyle.Cli;

/// <summary>The options that say which film is made of which, and how: those of <c>video</c> and of <c>plan</c>.</summary>
internal sealed class FilmArguments
{
    private readonly Option<string?> _schedule = new("--schedule")
    {
        Description = "File that says which style from when on, a line each: 0:30 mosaic fade 2. Or none instead of a style.",
        HelpName = "FILE",
    };

    private readonly Option<string> _layout = new("--layout")
    {
        Description = "What is shown: painted, split (left half as it was), or side-by-side (all as it was, and all painted).",
        HelpName = "LAYOUT",
        DefaultValueFactory = _ => Layouts.First().Key,
    };

    private readonly Option<TimeSpan?> _start = Moment("--start", "Begin there: seconds, m:ss or h:mm:ss.");

    private readonly Option<TimeSpan?> _end = Moment("--end", "End there.");

    private readonly Option<double?> _rate = new("--fps") { Description = "Frames a second. [default: the source's own time stamps]", HelpName = "N" };

    private readonly Option<FrameFormat?> _scale = new("--scale")
    {
        Description = "Size of the output. [default: the source's]",
        HelpName = "WxH",
        CustomParser = ReadSize,
    };

    private readonly Option<string> _deinterlace = new("--deinterlace")
    {
        Description = $"Undo interlacing: {string.Join(", ", Enum.GetNames<Deinterlacing>()).ToLowerInvariant()}.",
        HelpName = "WHEN",
        DefaultValueFactory = _ => nameof(Deinterlacing.Auto).ToLowerInvariant(),
    };

    private readonly Option<double> _partLength = new("--part-length")
    {
        Description = "Length of a part that is aimed at, in seconds. What is lost when a machine dies is half of one.",
        HelpName = "SECONDS",
        DefaultValueFactory = _ => FilmCuts.UsualLength.TotalSeconds,
    };

    private static readonly Dictionary<string, FilmLayout> Layouts = new()
    {
        ["painted"] = FilmLayout.Painted,
        ["split"] = FilmLayout.Split,
        ["side-by-side"] = FilmLayout.SideBySide,
    };

    private readonly StyleArguments _style = new();
    private readonly EncodingArguments _encoding = new();

    /// <summary>The stylized video.</summary>
    public Option<string?> Output { get; } = new("--output", "-o")
    {
        Description = "The stylized video. [default: beside the input, as IN.STYLE.mp4]",
        HelpName = "OUT",
    };

    /// <summary>Adds the options to <paramref name="command"/>.</summary>
    public void AddTo(Command command)
    {
        _deinterlace.AcceptOnlyFromAmong([.. Enum.GetNames<Deinterlacing>().Select(name => name.ToLowerInvariant())]);
        _layout.AcceptOnlyFromAmong([.. Layouts.Keys]);
        command.Add(Output);
        _style.AddTo(command);
        _encoding.AddTo(command);
        foreach (Option option in (Option[])[_schedule, _layout, _start, _end, _rate, _scale, _deinterlace, _partLength]) command.Add(option);
    }

    /// <summary>What was typed.</summary>
    /// <exception cref="LiveStyleException">Something is out of range, or there is no such style.</exception>
    /// <param name="parsed">The command line.</param>
    /// <param name="input">The film.</param>
    /// <param name="output">The painted film.</param>
    public FilmRequest Read(ParseResult parsed, string input, string output)
    {
        VideoReadOptions reading = Reading(parsed);
        TimeSpan partLength = TimeSpan.FromSeconds(parsed.GetValue(_partLength));
        OptionProblems.ThrowIfAny(Problems(parsed, reading, partLength));
        return new FilmRequest
        {
            Input = input,
            Output = output,
            Reading = reading,
            Painting = Painting(parsed),
            Encoding = _encoding.Read(parsed, output),
            PartLength = partLength,
        };
    }

    /// <summary>What outputs are named after: the style, or the schedule of several.</summary>
    public string ShortName(ParseResult parsed) =>
        parsed.GetValue(_schedule) is { } schedule ? Path.GetFileNameWithoutExtension(schedule) : _style.ShortName(parsed);

    /// <summary>The tier as typed.</summary>
    public string Tier(ParseResult parsed) => _style.Read(parsed).Tier.DisplayName();

    /// <summary>Threads of the network on the CPU: a matter of the machine, not of the film.</summary>
    public int Threads(ParseResult parsed) => _style.Threads(parsed);

    private FilmPainting Painting(ParseResult parsed)
    {
        StylizerOptions options = _style.Read(parsed);
        FilmScene[]? scenes = parsed.GetValue(_schedule) is { } schedule ? [.. ScheduleFile.Read(schedule).Select(line => Scene(line, options))] : null;
        FilmPainting painting = scenes?.Select(scene => scene.Painting).FirstOrDefault(first => first is not null) ?? FilmPainting.Of(_style.Name(parsed), options);
        return painting with { Scenes = scenes, Layout = Layouts[parsed.GetValue(_layout)!] };
    }

    private static FilmScene Scene(ScheduledStyle line, StylizerOptions options) => new(
        line.From, line.Fade, line.Style is { } style ? FilmPainting.Of(style, options with { Strength = line.Strength ?? options.Strength }) : null);

    private VideoReadOptions Reading(ParseResult parsed) => new()
    {
        From = parsed.GetValue(_start) ?? TimeSpan.Zero,
        To = parsed.GetValue(_end),
        Rate = parsed.GetValue(_rate) is > 0 and var rate ? FrameRate.Of(rate) : null,
        Size = parsed.GetValue(_scale),
        Deinterlace = Enum.Parse<Deinterlacing>(parsed.GetValue(_deinterlace)!, ignoreCase: true),
    };

    private IEnumerable<string> Problems(ParseResult parsed, VideoReadOptions reading, TimeSpan partLength)
    {
        if (reading.To <= reading.From) yield return $"--end must be after --start: {reading.To} is not after {reading.From}.";
        if (parsed.GetValue(_rate) is { } rate and not (>= 0.01 and <= 1000)) yield return $"--fps must be between 0.01 and 1000, not {rate}.";
        if (partLength < TimeSpan.FromSeconds(0.1) || partLength > TimeSpan.FromDays(1))
            yield return $"--part-length must be between 0.1 and 86400 seconds, not {partLength.TotalSeconds}.";
    }

    private static Option<TimeSpan?> Moment(string name, string description) =>
        new(name) { Description = description, HelpName = "TIME", CustomParser = ReadTime };

    private static TimeSpan? ReadTime(ArgumentResult typed)
    {
        string token = typed.Tokens.Count == 1 ? typed.Tokens[0].Value : "";
        if (MediaTime.Parse(token) is { } time) return time;
        typed.AddError($"A time is seconds, m:ss or h:mm:ss, not '{token}'.");
        return null;
    }

    private static FrameFormat? ReadSize(ArgumentResult typed)
    {
        string token = typed.Tokens.Count == 1 ? typed.Tokens[0].Value : "";
        if (token.Split('x') is [var width, var height]
            && int.TryParse(width, NumberStyles.None, CultureInfo.InvariantCulture, out int w) && w is >= 1 and <= 16384
            && int.TryParse(height, NumberStyles.None, CultureInfo.InvariantCulture, out int h) && h is >= 1 and <= 16384)
        {
            return new FrameFormat(w, h);
        }

        typed.AddError($"--scale must be a size like 1280x720, not '{token}'.");
        return null;
    }
}
