using LiveStyle.Frames;
using LiveStyle.Frames.Yuv;

namespace LiveStyle.Render;

/// <summary>How the RGB of frames becomes the YUV of a file, and how the file says so.</summary>
internal static class OutputColors
{
    private const int StandardLines = 576; // players take anything larger for high definition, if the file does not say

    /// <summary>What the output uses: the source's, as far as it says and RGB has them.</summary>
    /// <param name="source">The source's; <see langword="null"/> without one.</param>
    /// <param name="height">Of the pictures, for sources that do not say.</param>
    public static PictureColors For(PictureColors? source, int height)
    {
        if (source is null or { Matrix: "gbr" } || source.Transfer is "smpte2084" or "arib-std-b67") return PictureColors.HighDefinition; // HDR comes tone-mapped, RGB as it is
        string matrix = YuvMatrix.Named(source.Matrix) is not null ? source.Matrix! : height > StandardLines ? "bt709" : "smpte170m";
        return new PictureColors
        {
            Matrix = matrix,
            Primaries = source.Primaries ?? (matrix is "bt709" or "smpte170m" or "bt470bg" ? matrix : null),
            Transfer = source.Transfer ?? (matrix is "bt709" or "smpte170m" ? matrix : null),
            IsFullRange = source.IsFullRange,
        };
    }

    /// <summary>How the numbers of the output mean colours.</summary>
    /// <param name="colors">What <see cref="For"/> said.</param>
    public static YuvCoding Coding(PictureColors colors) => new(YuvMatrix.Named(colors.Matrix)!, colors.IsFullRange);

    /// <summary>The file's own words for it.</summary>
    /// <param name="colors">What the pixels were converted to.</param>
    /// <param name="pixelFormat">FFmpeg's name of theirs; RGB has no matrix and always the full range.</param>
    public static IEnumerable<string> Tags(PictureColors colors, string pixelFormat)
    {
        if (!IsRgb(pixelFormat))
        {
            yield return "-colorspace";
            yield return colors.Matrix!;
            yield return "-color_range";
            yield return RangeName(colors);
        }

        if (colors.Primaries is not null)
        {
            yield return "-color_primaries";
            yield return colors.Primaries;
        }

        if (colors.Transfer is not null)
        {
            yield return "-color_trc";
            yield return colors.Transfer;
        }
    }

    /// <summary>The range alone, for pictures that are joined; nothing where it is not known or, with RGB, has no meaning.</summary>
    /// <param name="source">The source's colours.</param>
    /// <param name="pixelFormat">FFmpeg's name of the parts' pixels.</param>
    public static string[] RangeTag(PictureColors? source, string? pixelFormat) =>
        source is null || pixelFormat is null || IsRgb(pixelFormat) ? [] : ["-color_range:v:0", RangeName(For(source, 0))];

    /// <summary>ffmpeg's name of the range.</summary>
    public static string RangeName(PictureColors colors) => colors.IsFullRange ? "pc" : "tv";

    private static bool IsRgb(string pixelFormat) =>
        pixelFormat.Contains("rgb", StringComparison.Ordinal) || pixelFormat.Contains("bgr", StringComparison.Ordinal)
        || pixelFormat.StartsWith("gbr", StringComparison.Ordinal);
}
