using System.Globalization;
using System.Text.Json;
using LiveStyle.Frames;
using LiveStyle.Frames.Yuv;

namespace LiveStyle.Capture.Files;

/// <summary>Reads what ffprobe says of a stream of pictures.</summary>
internal static class VideoReport
{
    private const long MostPixels = 150_000_000; // more than 16K; a damaged header can promise anything

    /// <exception cref="MediaUnreadableException">Its pictures have no size, an impossible one, or colours that nothing here can show.</exception>
    public static VideoStreamInfo Read(string path, JsonElement stream)
    {
        int width = stream.Number("width"), height = stream.Number("height");
        if (width < 1 || height < 1) throw new MediaUnreadableException(path, "it has no frame that can be decoded");
        if ((long)width * height > MostPixels) throw new MediaUnreadableException(path, $"its pictures of {width}x{height} are too large");
        if (stream.SideData().Any(side => side.Number("dv_profile") == 5))
            throw new MediaUnreadableException(
                path, "its colours are those of Dolby Vision profile 5, which ffmpeg can't convert", "Use another version of the film.");
        Orientation orientation = Orientation.Of(stream);
        bool turned = orientation.Rotation is 90 or 270;
        (int Width, int Height) aspect = stream.Fraction("sample_aspect_ratio", ':') ?? (1, 1);
        TimeBase timeBase = UnitOf(stream);
        string pixels = stream.Text("pix_fmt") ?? "unknown";
        return new VideoStreamInfo
        {
            Codec = stream.Text("codec_name") ?? "unknown",
            Format = turned ? new FrameFormat(height, width) : new FrameFormat(width, height),
            Rotation = orientation.Rotation,
            IsMirrored = orientation.IsMirrored,
            Rate = Rate(stream, "avg_frame_rate") ?? Rate(stream, "r_frame_rate"),
            TicksPerSecond = timeBase.Denominator,
            TimeBase = timeBase,
            StartTime = StartTime(stream) ?? TimeSpan.Zero,
            Duration = stream.Seconds("duration") ?? TaggedDuration(stream),
            FrameCount = stream.Number("nb_frames") is > 0 and int count ? count : null,
            PixelAspect = turned ? (aspect.Height, aspect.Width) : aspect,
            Colors = Colors(stream, pixels),
            PixelFormat = pixels,
            Siting = ChromaSiting.Named(stream.Text("chroma_location"))
                ?? (pixels.StartsWith("yuvj", StringComparison.Ordinal) ? ChromaSiting.Center : ChromaSiting.Left),
            BitDepth = PixelLayout.BitDepth(pixels),
            HasAlpha = PixelLayout.HasAlpha(pixels) || stream.Tag("alpha_mode") == "1",
            FieldOrder = stream.Text("field_order") ?? "unknown",
            ReorderDelay = stream.Number("has_b_frames"),
            Index = stream.Number("index"),
        };
    }

    /// <summary>First time stamp of a stream of any kind; <see langword="null"/> if it has none.</summary>
    public static TimeSpan? StartTime(JsonElement stream) =>
        stream.Ticks("start_pts") is { } start ? UnitOf(stream).TimeOf(start) : null;

    private static TimeBase UnitOf(JsonElement stream) =>
        stream.Fraction("time_base", '/') is var (numerator, denominator) ? new TimeBase(numerator, denominator) : new TimeBase(1, 1000);

    private static PictureColors Colors(JsonElement stream, string pixels) => new()
    {
        Matrix = PixelLayout.IsYuv(pixels) ? stream.Text("color_space") : "gbr",
        Primaries = stream.Text("color_primaries"),
        Transfer = stream.Text("color_transfer"),
        IsFullRange = stream.Text("color_range") is { } range ? range == "pc" : pixels.StartsWith("yuvj", StringComparison.Ordinal) || !PixelLayout.IsYuv(pixels),
    };

    /// <summary>Matroska writes a stream's length as a tag: <c>00:00:02.503000000</c>.</summary>
    private static TimeSpan? TaggedDuration(JsonElement stream)
    {
        ReadOnlySpan<char> text = stream.Tag("DURATION");
        if (text.Length > 16) text = text[..16]; // to 100 ns, which is all that TimeSpan takes
        return TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out TimeSpan time) ? time : null;
    }

    private static FrameRate? Rate(JsonElement element, string name) =>
        element.Fraction(name, '/') is var (numerator, denominator) ? new FrameRate(numerator, denominator) : null;
}
