using System.CommandLine;
using LiveStyle.Frames;
using LiveStyle.Render;

namespace LiveStyle.Cli;

/// <summary>The options that say how a video file is encoded.</summary>
internal sealed class EncodingArguments
{
    private readonly Option<string?> _codec = new("--codec")
    {
        Description = "h264, h265, av1, vp9, prores, ffv1, hardware (the GPU's, if it works), or FFmpeg's name of an encoder. [default: h264; vp9 for .webm]",
        HelpName = "NAME",
    };

    private readonly Option<int?> _crf = new("--crf")
    {
        Description = "Quality: 0 is best, 18 of h264 hard to tell from the original, 6 more halve the size. [default: by codec]",
        HelpName = "N",
    };

    private readonly Option<string?> _bitRate = new("--bitrate") { Description = "Bits a second instead of a quality: 4M, 800k.", HelpName = "RATE" };

    private readonly Option<string?> _preset = new("--preset")
    {
        Description = "Effort, by the encoder's names (h264: ultrafast to veryslow; prores: proxy to 4444xq): slower makes smaller files. [default: by codec]",
        HelpName = "NAME",
    };

    private readonly Option<string?> _pixelFormat = new("--pixel-format")
    {
        Description = "FFmpeg's name of the pixels' form: yuv444p keeps full colour resolution, yuv420p plays everywhere. [default: by codec]",
        HelpName = "FORMAT",
    };

    private readonly Option<string[]> _options = new("--encoder-option")
    {
        Description = "A further option of FFmpeg's encoder: tune=animation. Can be given more than once.",
        HelpName = "KEY=VALUE",
        DefaultValueFactory = _ => [],
        Arity = ArgumentArity.OneOrMore,
        AllowMultipleArgumentsPerToken = false,
    };

    private readonly Option<int> _loops = new("--loops", "--loop") { Description = "How often a GIF, WebP or APNG plays; 0: for ever.", HelpName = "N" };

    /// <summary>Adds the options to <paramref name="command"/>.</summary>
    public void AddTo(Command command)
    {
        foreach (Option option in (Option[])[_codec, _crf, _bitRate, _preset, _pixelFormat, _options, _loops]) command.Add(option);
    }

    /// <summary>What was typed.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="output">The file to write, whose extension decides what fits; <see langword="null"/>: not known yet.</param>
    /// <exception cref="UsageException">Something is out of range, or the file can't hold it.</exception>
    public VideoEncoding Read(ParseResult parsed, string? output = null)
    {
        VideoEncoding encoding = new()
        {
            Codec = parsed.GetValue(_codec),
            Crf = parsed.GetValue(_crf),
            BitRate = parsed.GetValue(_bitRate),
            Preset = parsed.GetValue(_preset),
            PixelFormat = parsed.GetValue(_pixelFormat),
            Options = parsed.GetValue(_options) ?? [],
            Loops = parsed.GetValue(_loops),
        };
        OptionProblems.ThrowIfAny(encoding.Problems(output));
        return encoding;
    }
}
