using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using LiveStyle.Capture;
using LiveStyle.Frames;
using LiveStyle.Video;

namespace LiveStyle.Cli;

/// <summary>The options that say which film is made of which, and how: those of <c>video</c> and of <c>plan</c>.</summary>
internal sealed class FilmArguments
{
    private readonly Option<string?> _output = new("--output", "-o")
    {
        Description = "The stylized video. [default: beside the input, as IN.STYLE.mp4]",
        HelpName = "OUT",
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

    private readonly StyleArguments _style = new();
    private readonly EncodingArguments _encoding = new();

    /// <summary>The video file.</summary>
    public Argument<string> Input { get; } = new("IN") { Description = "The video file." };

    /// <summary>Adds argument and options to <paramref name="command"/>.</summary>
    public void AddTo(Command command)
    {
        _deinterlace.AcceptOnlyFromAmong([.. Enum.GetNames<Deinterlacing>().Select(name => name.ToLowerInvariant())]);
        command.Add(Input);
        command.Add(_output);
        _style.AddTo(command);
        _encoding.AddTo(command);
        foreach (Option option in (Option[])[_start, _end, _rate, _scale, _deinterlace, _partLength]) command.Add(option);
    }

    /// <summary>What was typed.</summary>
    /// <exception cref="LiveStyleException">Something is out of range, or there is no such style.</exception>
    public FilmRequest Read(ParseResult parsed)
    {
        string input = parsed.GetRequiredValue(Input);
        VideoReadOptions reading = Reading(parsed);
        TimeSpan partLength = TimeSpan.FromSeconds(parsed.GetValue(_partLength));
        OptionProblems.ThrowIfAny(Problems(parsed, reading, partLength));
        return new FilmRequest
        {
            Input = input,
            Output = parsed.GetValue(_output) ?? FilmRequest.DefaultOutput(input, _style.ShortName(parsed)),
            Reading = reading,
            Painting = FilmPainting.Of(_style.Name(parsed), _style.Read(parsed)),
            Encoding = _encoding.Read(parsed),
            PartLength = partLength,
        };
    }

    /// <summary>Threads of the network on the CPU: a matter of the machine, not of the film.</summary>
    public int Threads(ParseResult parsed) => _style.Threads(parsed);

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
        decimal seconds = 0;
        foreach (string part in token.Split(':'))
        {
            if (!decimal.TryParse(part, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal value) || value > 1_000_000)
            {
                typed.AddError($"A time is seconds, m:ss or h:mm:ss, not '{token}'.");
                return null;
            }

            seconds = (seconds * 60) + value;
        }

        return new TimeSpan((long)(seconds * TimeSpan.TicksPerSecond));
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
