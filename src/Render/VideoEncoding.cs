using System.Text.RegularExpressions;

namespace LiveStyle.Render;

/// <summary>How a video file is encoded. What is <see langword="null"/> follows from the codec, and the codec from the file's extension.</summary>
public sealed partial record VideoEncoding
{
    /// <summary>
    /// h264, h265, av1, vp9, prores, ffv1; <c>hardware</c> for what this machine's GPU has; or FFmpeg's name of an encoder. Default
    /// <see langword="null"/>: VP9 for .webm, else H.264, which plays everywhere.
    /// </summary>
    public string? Codec { get; init; }

    /// <summary>Constant quality, 0 is best. Default: hard to tell from the original, 18 for H.264. 6 more halve the size.</summary>
    public int? Crf { get; init; }

    /// <summary>Bits a second instead of a constant quality, as FFmpeg takes them: <c>4M</c>, <c>800k</c>.</summary>
    public string? BitRate { get; init; }

    /// <summary>Effort, by the encoder's own names. Default <c>veryfast</c> for H.264: real time on two cores. Slower makes smaller files.</summary>
    public string? Preset { get; init; }

    /// <summary>FFmpeg's name of the pixel format. Default <c>yuv420p</c>, the only one that all players show; ProRes: 10 bits.</summary>
    public string? PixelFormat { get; init; }

    /// <summary>Further options of the encoder, <c>KEY=VALUE</c>, by FFmpeg's names.</summary>
    public IReadOnlyList<string> Options { get; init; } = [];

    /// <summary>How often an animation (GIF, WebP, APNG) is played. Default 0: for ever.</summary>
    public int Loops { get; init; }

    /// <summary>Every problem at once, each naming the option as the user typed it.</summary>
    /// <param name="output">The file to write, whose extension decides the container; <see langword="null"/>: not known yet.</param>
    public IEnumerable<string> Problems(string? output = null)
    {
        if (BitRate is not null && !Rate().IsMatch(BitRate)) yield return $"--bitrate must be a number of bits a second like 4M or 800k, not '{BitRate}'.";
        if (BitRate is not null && Crf is not null) yield return "--crf and --bitrate exclude each other: one asks for a quality, the other for a size.";
        foreach (string option in Options.Where(option => !KeyAndValue().IsMatch(option)))
            yield return $"--encoder-option must be KEY=VALUE, not '{option}'.";
        if (Loops < 0) yield return $"--loops must be 0 (for ever) or more, not {Loops}.";
        if (output is not null && Container.Of(output) is { IsPictures: true } pictures)
        {
            foreach (string problem in pictures.Problems(this, output)) yield return problem;
            yield break;
        }

        Encoder encoder = Encoder.Of(EncoderName(output));
        foreach (string problem in Ranges(encoder)) yield return problem;
        if (output is not null && Container.Of(output).Refusal(encoder.Standard, output) is { } refusal) yield return refusal;
    }

    /// <summary>FFmpeg's name of the encoder, before it is known whether that works here.</summary>
    internal string EncoderName(string? output) => Codec?.ToLowerInvariant() switch
    {
        null or "hardware" when output is not null && Container.Of(output).IsWebM => "libvpx-vp9",
        null or "hardware" or "h264" or "x264" or "avc" => "libx264",
        "h265" or "x265" or "hevc" => "libx265",
        "av1" => "libsvtav1",
        "vp9" => "libvpx-vp9",
        "vp8" => "libvpx",
        "prores" => "prores_ks",
        _ => Codec!,
    };

    private IEnumerable<string> Ranges(Encoder encoder)
    {
        string name = Codec ?? encoder.Name;
        if (Crf is { } crf && (crf < 0 || encoder.MostCrf is null || crf > encoder.MostCrf))
        {
            yield return encoder.MostCrf is { } most
                ? $"--crf must be between 0 and {most} for {name}, not {crf}."
                : encoder.IsLossless ? $"--crf has no meaning for {name}, which loses nothing."
                : $"--crf has no meaning for {name}. Use {(encoder.Presets.Count > 0 ? "--preset" : "--bitrate")}.";
        }

        if (BitRate is not null && (encoder.IsLossless || encoder.Standard == "prores"))
            yield return $"--bitrate has no meaning for {name}{(encoder.IsLossless ? "" : ". Use --preset")}.";
        if (Preset is not null && !encoder.Presets.Contains(Preset))
        {
            yield return encoder.Presets.Count > 0
                ? $"--preset must be one of {string.Join(", ", encoder.Presets)} for {name}, not '{Preset}'."
                : $"--preset has no meaning for {name}. Use --encoder-option.";
        }
    }

    [GeneratedRegex(@"^\d+(\.\d+)?[kM]?$")]
    private static partial Regex Rate();

    [GeneratedRegex("^[A-Za-z][A-Za-z0-9_.-]*=.")]
    private static partial Regex KeyAndValue();
}
