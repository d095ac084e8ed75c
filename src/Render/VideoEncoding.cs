namespace LiveStyle.Render;

/// <summary>How a video file is encoded. Colours are always BT.709, limited range, and tagged so.</summary>
public sealed record VideoEncoding
{
    /// <summary>FFmpeg's name of the encoder. Default <c>libx264</c>, which plays everywhere.</summary>
    public string Codec { get; init; } = "libx264";

    /// <summary>Constant quality: 0 (lossless) to 51 for H.264. Default 18: looks like the original. 6 more halve the size.</summary>
    public int Crf { get; init; } = 18;

    /// <summary>Effort of libx264 and libx265. Default <c>veryfast</c>: real time on two cores. Slower makes smaller files.</summary>
    public string Preset { get; init; } = "veryfast";

    /// <summary>FFmpeg's name of the pixel format. Default <c>yuv420p</c>, the only one that all players show.</summary>
    public string PixelFormat { get; init; } = "yuv420p";

    /// <summary>Every problem at once, each naming the option as the user typed it.</summary>
    public IEnumerable<string> Problems()
    {
        int most = Codec == "libx264" || Codec == "libx265" ? 51 : 63;
        if (Crf < 0 || Crf > most) yield return $"--crf must be between 0 and {most} for {Codec}, not {Crf}.";
        if (Codec is "libx264" or "libx265" && !Presets.Contains(Preset))
            yield return $"--preset must be one of {string.Join(", ", Presets)}, not '{Preset}'.";
    }

    private static readonly string[] Presets =
        ["ultrafast", "superfast", "veryfast", "faster", "fast", "medium", "slow", "slower", "veryslow"];

    /// <summary>The encoder's arguments for ffmpeg.</summary>
    internal IEnumerable<string> Arguments()
    {
        yield return "-c:v";
        yield return Codec;
        if (Codec is "libx264" or "libx265")
        {
            yield return "-preset";
            yield return Preset;
        }

        if (Codec is "libx264" or "libx265" or "libvpx-vp9" or "libaom-av1" or "libsvtav1")
        {
            yield return "-crf";
            yield return Crf.ToString(System.Globalization.CultureInfo.InvariantCulture);
        }

        if (Codec is "libvpx-vp9" or "libaom-av1")
        {
            yield return "-b:v"; // without it the quality is capped at a low bit rate
            yield return "0";
        }
    }
}
