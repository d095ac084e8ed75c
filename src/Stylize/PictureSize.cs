using LiveStyle.Frames;

namespace LiveStyle.Stylize;

/// <summary>What a network sees of a picture.</summary>
public static class PictureSize
{
    /// <summary>The size with a given longest side and the shape of the picture; never larger than it.</summary>
    /// <param name="full">Size of the picture.</param>
    /// <param name="longestSide">Pixels; <see langword="null"/>: the picture's own.</param>
    public static FrameFormat Seen(FrameFormat full, int? longestSide)
    {
        int longest = Math.Max(full.Width, full.Height);
        if (longestSide is not { } side || side >= longest) return full;
        double scale = (double)side / longest;
        return new FrameFormat(Math.Max(1, (int)Math.Round(full.Width * scale)), Math.Max(1, (int)Math.Round(full.Height * scale)));
    }
}
