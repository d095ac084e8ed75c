using System.Globalization;
using System.Text.RegularExpressions;
using LiveStyle.Frames;

namespace LiveStyle.Live.Sources;

/// <summary>The part of a picture that is used.</summary>
/// <param name="Width">Pixels.</param>
/// <param name="Height">Pixels.</param>
/// <param name="Left">Pixels from the left; <see langword="null"/>: in the middle.</param>
/// <param name="Top">Pixels from the top; <see langword="null"/>: in the middle.</param>
public readonly partial record struct Crop(int Width, int Height, int? Left, int? Top)
{
    /// <summary>Reads <c>640x480</c> (in the middle) or <c>640x480+10+20</c> (left, top).</summary>
    /// <exception cref="UsageException">It is neither.</exception>
    public static Crop Parse(string typed)
    {
        Match match = Form().Match(typed);
        if (!match.Success) throw new UsageException($"--crop must look like 640x480 or 640x480+10+20 (left, top), not '{typed}'.");
        int Number(string group) => int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);
        bool placed = match.Groups["left"].Success;
        return new Crop(Number("width"), Number("height"), placed ? Number("left") : null, placed ? Number("top") : null);
    }

    /// <summary>The same part of a picture of a size, as much of it as there is.</summary>
    internal Crop Within(FrameFormat format)
    {
        int width = Math.Min(Width, format.Width), height = Math.Min(Height, format.Height);
        return new Crop(width, height, Math.Min(Left ?? ((format.Width - width) / 2), format.Width - width), Math.Min(Top ?? ((format.Height - height) / 2), format.Height - height));
    }

    [GeneratedRegex(@"^(?<width>[1-9]\d{0,4})x(?<height>[1-9]\d{0,4})(\+(?<left>\d{1,5})\+(?<top>\d{1,5}))?$")]
    private static partial Regex Form();
}
