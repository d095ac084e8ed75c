using System.Globalization;
using LiveStyle.Ffmpeg;
using LiveStyle.Frames;

namespace LiveStyle.Render;

/// <summary>What a wish becomes on this machine: an encoder that works here, with everything said. All parts of a film must share it.</summary>
/// <param name="Encoding">Without <see langword="null"/> where there is a value at all.</param>
/// <param name="Notices">One line for each thing that is not as wished.</param>
public sealed record EncodingChoice(VideoEncoding Encoding, IReadOnlyList<string> Notices)
{
    private static readonly string[] Hardware = ["nvenc", "qsv", "vaapi"];

    /// <summary>Decides. Encoders that need hardware encode a small picture first; those of the CPU are trusted.</summary>
    /// <param name="wanted">What the user wants.</param>
    /// <param name="output">The file to write, whose extension decides what the user left open.</param>
    /// <exception cref="BackendUnavailableException">ffmpeg is not installed.</exception>
    public static EncodingChoice For(VideoEncoding wanted, string output) => For(wanted, output, "ffmpeg");

    internal static EncodingChoice For(VideoEncoding wanted, string output, string ffmpeg)
    {
        Container container = Container.Of(output);
        if (container.IsPictures)
            return new EncodingChoice(Filled(new VideoEncoding { Codec = "ffv1", Loops = wanted.Loops }, container), []);
        string name = wanted.EncoderName(output);
        if (string.Equals(wanted.Codec, "hardware", StringComparison.OrdinalIgnoreCase)) return AnyHardware(wanted, name, container, ffmpeg);
        if (name == "libsvtav1" && wanted.Codec != name && Failure(Encoder.Of(name), wanted, ffmpeg) is not null) name = "libaom-av1";
        Encoder encoder = Encoder.Of(name);
        if (!encoder.IsHardware || Failure(encoder, wanted, ffmpeg) is not { } reason)
            return new EncodingChoice(Filled(wanted with { Codec = name }, container), []);
        VideoEncoding software = Software(
            wanted, encoder.Standard is "h264" or "hevc" or "av1" or "vp9" ? new VideoEncoding { Codec = encoder.Standard }.EncoderName(output) : "libx264");
        return new EncodingChoice(
            Filled(software, container), [$"The encoder {name} does not work here ({reason}): {software.Codec} is used, on the CPU."]);
    }

    private static EncodingChoice AnyHardware(VideoEncoding wanted, string software, Container container, string ffmpeg)
    {
        string standard = Encoder.Of(software).Standard!;
        foreach (string kind in Hardware)
        {
            string name = $"{standard}_{kind}";
            if (Failure(Encoder.Of(name), wanted, ffmpeg) is null)
                return new EncodingChoice(Filled(wanted with { Codec = name }, container), [$"The encoder {name} is used."]);
        }

        return new EncodingChoice(
            Filled(Software(wanted, software), container),
            [$"No encoder for {standard} of this machine's hardware works ({string.Join(", ", Hardware)} were tried): {software} is used, on the CPU."]);
    }

    /// <summary>The same wish for another encoder: what that one does not know is left out.</summary>
    private static VideoEncoding Software(VideoEncoding wanted, string name)
    {
        Encoder encoder = Encoder.Of(name);
        return wanted with
        {
            Codec = name,
            Crf = wanted.Crf <= encoder.MostCrf ? wanted.Crf : null,
            Preset = encoder.Presets.Contains(wanted.Preset) ? wanted.Preset : null,
            Options = [],
        };
    }

    private static VideoEncoding Filled(VideoEncoding encoding, Container container)
    {
        Encoder encoder = Encoder.Of(encoding.Codec!);
        string format = encoding.PixelFormat ?? (encoder.Standard == "prores" && encoding.Preset?.StartsWith("4444", StringComparison.Ordinal) == true
            ? "yuv444p10le"
            : encoder.PixelFormat);
        // AVI has no presentation times, so pictures must be in the order in which they are shown.
        bool ordered = container.IsAvi && encoder.Standard is "h264" or "mpeg4" && !encoding.Options.Contains("bf=0");
        return encoding with
        {
            Crf = encoding.BitRate is null && encoder.MostCrf is not null ? encoding.Crf ?? encoder.Crf : null,
            Preset = encoder.Presets.Contains(encoding.Preset) ? encoding.Preset : encoder.Preset,
            PixelFormat = format,
            Options = ordered ? [.. encoding.Options, "bf=0"] : encoding.Options,
        };
    }

    /// <summary>Lists of encoders name those that fail at the first picture, so one is encoded.</summary>
    private static string? Failure(Encoder encoder, VideoEncoding wanted, string ffmpeg)
    {
        VideoEncoding trial = Software(wanted, encoder.Name);
        string format = string.Create(CultureInfo.InvariantCulture, $"format={trial.PixelFormat ?? encoder.PixelFormat}{encoder.Upload}");
        return FfmpegProcess.Run(
            ffmpeg,
            ["-nostdin", "-v", "error", .. encoder.Device, "-f", "lavfi", "-i", "testsrc2=size=320x192:rate=5:duration=0.2", "-vf", format,
             .. encoder.Arguments(trial), "-f", "null", "-"],
            CancellationToken.None);
    }
}
