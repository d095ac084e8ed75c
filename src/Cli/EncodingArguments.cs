using System.CommandLine;
using LiveStyle.Frames;
using LiveStyle.Render;

namespace LiveStyle.Cli;

/// <summary>The options that say how a video file is encoded.</summary>
internal sealed class EncodingArguments
{
    private static readonly VideoEncoding Defaults = new();

    private readonly Option<string> _codec = new("--codec")
    {
        Description = "FFmpeg's name of the encoder ('livestyle doctor' tries some).",
        HelpName = "NAME",
        DefaultValueFactory = _ => Defaults.Codec,
    };

    private readonly Option<int> _crf = new("--crf")
    {
        Description = "Quality: 0 is lossless, 18 hard to tell from the original, 6 more halve the size.",
        HelpName = "N",
        DefaultValueFactory = _ => Defaults.Crf,
    };

    private readonly Option<string> _preset = new("--preset")
    {
        Description = "Effort of the encoder, ultrafast to veryslow: slower makes smaller files.",
        HelpName = "NAME",
        DefaultValueFactory = _ => Defaults.Preset,
    };

    /// <summary>Adds the options to <paramref name="command"/>.</summary>
    public void AddTo(Command command)
    {
        command.Add(_codec);
        command.Add(_crf);
        command.Add(_preset);
    }

    /// <summary>What was typed.</summary>
    /// <exception cref="UsageException">Something is out of range.</exception>
    public VideoEncoding Read(ParseResult parsed)
    {
        VideoEncoding encoding = new() { Codec = parsed.GetValue(_codec)!, Crf = parsed.GetValue(_crf), Preset = parsed.GetValue(_preset)! };
        OptionProblems.ThrowIfAny(encoding.Problems());
        return encoding;
    }
}
