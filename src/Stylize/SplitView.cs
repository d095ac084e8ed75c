using LiveStyle.Frames;

namespace LiveStyle.Stylize;

/// <summary>A picture whose left half is as it was, with a white line between it and the painted half.</summary>
public static class SplitView
{
    private const int LineWidth = 2;

    /// <summary>Copies the left half of a picture into another.</summary>
    /// <param name="from">Packed BGR.</param>
    /// <param name="to">Packed BGR, as large.</param>
    public static void CopyLeftHalf(FrameView from, FrameView to)
    {
        int half = Middle(from.Format);
        for (int y = 0; y < from.Format.Height; y++) from.Row(y)[..half].CopyTo(to.Row(y));
    }

    /// <summary>Draws the line, to the right of the middle.</summary>
    public static void DrawDivider(FrameView picture)
    {
        int middle = Middle(picture.Format), line = Math.Min(LineWidth * FrameFormat.BytesPerPixel, picture.Format.Stride - middle);
        for (int y = 0; y < picture.Format.Height; y++) picture.Row(y).Slice(middle, line).Fill(byte.MaxValue);
    }

    private static int Middle(FrameFormat format) => format.Width / 2 * FrameFormat.BytesPerPixel;
}
