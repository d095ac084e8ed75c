using System.Globalization;
using System.Text.RegularExpressions;

namespace LiveStyle.Capture.Files;

/// <summary>What FFmpeg's names of pixel formats say.</summary>
internal static partial class PixelLayout
{
    /// <summary>True for brightness and colour differences, false for RGB, grey and palettes.</summary>
    public static bool IsYuv(string name) => Yuv().IsMatch(name);

    /// <summary>True if pixels may be transparent.</summary>
    public static bool HasAlpha(string name) => Transparent().IsMatch(name);

    /// <summary>True for a byte of brightness a pixel, and one of each colour difference for two by two pixels.</summary>
    public static bool IsPlain420(string name) => name is "yuv420p" or "yuvj420p" or "nv12";

    /// <summary>Bits of each colour: yuv420p10le and p010le have 10, rgb48le has 16.</summary>
    public static int BitDepth(string name) => Depth().Match(name) is { Success: true } match
        ? int.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture) switch { 48 or 64 => 16, 20 => 10, var bits => bits }
        : 8;

    [GeneratedRegex("^(yuv|nv|p[0-9]|uyvy|y2|xv|vuy|ayuv)")]
    private static partial Regex Yuv();

    [GeneratedRegex("(9|10|12|14|16|20|32|48|64)(le|be)$")]
    private static partial Regex Depth();

    [GeneratedRegex("^(yuva|gbrap|ya8|ya16|rgba|bgra|argb|abgr|ayuv|vuya|pal8)")]
    private static partial Regex Transparent();
}
