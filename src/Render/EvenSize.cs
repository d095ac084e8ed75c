using LiveStyle.Frames;

namespace LiveStyle.Render;

/// <summary>Makes a picture one column wider and one row taller by repeating its edge, for codecs that store colour at half size.</summary>
internal static class EvenSize
{
    /// <summary>The size that <paramref name="pixelFormat"/> needs: 4:2:0 even both ways, 4:2:2 an even width.</summary>
    public static FrameFormat For(FrameFormat format, string pixelFormat)
    {
        bool evenHeight = pixelFormat.Contains("420", StringComparison.Ordinal) || pixelFormat.StartsWith("nv12", StringComparison.Ordinal);
        bool evenWidth = evenHeight || pixelFormat.Contains("422", StringComparison.Ordinal);
        return new FrameFormat(format.Width + (evenWidth ? format.Width & 1 : 0), format.Height + (evenHeight ? format.Height & 1 : 0));
    }

    /// <summary>Copies <paramref name="source"/> and repeats its last column and row as far as needed.</summary>
    /// <param name="source">Borrowed.</param>
    /// <param name="padded">Packed BGR of <paramref name="format"/>.</param>
    /// <param name="format">At least as large as the source.</param>
    public static void Pad(FrameView source, Span<byte> padded, FrameFormat format)
    {
        for (int y = 0; y < format.Height; y++)
        {
            ReadOnlySpan<byte> row = source.Row(Math.Min(y, source.Format.Height - 1));
            Span<byte> target = padded.Slice(y * format.Stride, format.Stride);
            row.CopyTo(target);
            for (int x = row.Length; x < target.Length; x++) target[x] = target[x - FrameFormat.BytesPerPixel];
        }
    }
}
