using System.Globalization;
using System.Text.RegularExpressions;

namespace LiveStyle.Capture.Streams;

/// <summary>A part of the screen, in pixels.</summary>
/// <param name="Width">At least 1.</param>
/// <param name="Height">At least 1.</param>
/// <param name="X">Left edge.</param>
/// <param name="Y">Top edge.</param>
public readonly partial record struct ScreenRegion(int Width, int Height, int X, int Y)
{
    /// <summary>Reads X11's usual form, <c>640x480+100+50</c>; without the position: the corner at the top left.</summary>
    /// <returns><see langword="null"/> for anything else.</returns>
    public static ScreenRegion? TryParse(string text)
    {
        Match match = Form().Match(text);
        return match.Success && Part(1) is > 0 and { } width && Part(2) is > 0 and { } height
            ? new ScreenRegion(width, height, Part(3), Part(4))
            : null;

        int Part(int group) => match.Groups[group].Success ? int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture) : 0;
    }

    /// <summary>As X11 writes it.</summary>
    public override string ToString() => $"{Width}x{Height}+{X}+{Y}";

    [GeneratedRegex(@"^(\d{1,5})x(\d{1,5})(?:\+(\d{1,5})\+(\d{1,5}))?$")]
    private static partial Regex Form();
}
