using System.Globalization;
using System.Text.Json;
using LiveStyle.Frames;

namespace LiveStyle.Capture;

/// <summary>Reads ffprobe's JSON.</summary>
internal static class ProbeReport
{
    /// <returns><see langword="null"/> if there is no video stream.</returns>
    public static MediaInfo? Read(string path, string json)
    {
        using JsonDocument document = JsonDocument.Parse(json);
        JsonElement root = document.RootElement;
        JsonElement format = root.GetProperty("format");
        JsonElement[] streams = [.. root.GetProperty("streams").EnumerateArray()];
        JsonElement video = Array.Find(streams, stream => Text(stream, "codec_type") == "video");
        if (video.ValueKind == JsonValueKind.Undefined) return null;
        return new MediaInfo
        {
            Path = path,
            Container = Text(format, "format_name") ?? "",
            StartTime = Seconds(format, "start_time") ?? TimeSpan.Zero,
            Duration = Seconds(format, "duration"),
            Video = Video(video),
            Audio = [.. streams.Where(stream => Text(stream, "codec_type") == "audio").Select(Audio)],
        };
    }

    private static VideoStreamInfo Video(JsonElement stream)
    {
        int rotation = Rotation(stream);
        bool turned = rotation is 90 or 270;
        int width = Number(stream, "width"), height = Number(stream, "height");
        (int Width, int Height) aspect = Fraction(stream, "sample_aspect_ratio", ':') ?? (1, 1);
        (int Numerator, int Denominator) timeBase = Fraction(stream, "time_base", '/') ?? (1, 1000);
        return new VideoStreamInfo
        {
            Codec = Text(stream, "codec_name") ?? "unknown",
            Format = turned ? new FrameFormat(height, width) : new FrameFormat(width, height),
            Rotation = rotation,
            Rate = Rate(stream, "avg_frame_rate") ?? Rate(stream, "r_frame_rate"),
            TicksPerSecond = timeBase.Denominator,
            StartTime = stream.TryGetProperty("start_pts", out JsonElement start) ? Ticks(start.GetInt64(), timeBase) : TimeSpan.Zero,
            Duration = Seconds(stream, "duration") ?? TaggedDuration(stream),
            FrameCount = Number(stream, "nb_frames") is > 0 and int count ? count : null,
            PixelAspect = turned ? (aspect.Height, aspect.Width) : aspect,
            ColorMatrix = Text(stream, "color_space") is { } matrix && matrix != "unknown" ? matrix : null,
            IsCoverPicture = stream.TryGetProperty("disposition", out JsonElement roles) && Number(roles, "attached_pic") == 1,
        };
    }

    private static AudioStreamInfo Audio(JsonElement stream) => new(
        Text(stream, "codec_name") ?? "unknown", Number(stream, "channels"), Number(stream, "sample_rate"), Tag(stream, "language"));

    /// <summary>ffprobe's rotation counts counter-clockwise; older files carry a clockwise tag.</summary>
    private static int Rotation(JsonElement stream)
    {
        double clockwise = 0;
        if (stream.TryGetProperty("side_data_list", out JsonElement list))
        {
            foreach (JsonElement side in list.EnumerateArray())
                if (side.TryGetProperty("rotation", out JsonElement angle)) clockwise = -angle.GetDouble();
        }
        else if (double.TryParse(Tag(stream, "rotate"), CultureInfo.InvariantCulture, out double tagged))
        {
            clockwise = tagged;
        }

        return ((int)Math.Round(clockwise / 90) % 4 + 4) % 4 * 90;
    }

    /// <summary>Matroska writes a stream's length as a tag: <c>00:00:02.503000000</c>.</summary>
    private static TimeSpan? TaggedDuration(JsonElement stream)
    {
        ReadOnlySpan<char> text = Tag(stream, "DURATION");
        if (text.Length > 16) text = text[..16]; // to 100 ns, which is all that TimeSpan takes
        return TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out TimeSpan time) ? time : null;
    }

    private static TimeSpan Ticks(long pts, (int Numerator, int Denominator) timeBase) =>
        new((long)Math.Round((decimal)pts * TimeSpan.TicksPerSecond * timeBase.Numerator / timeBase.Denominator));

    private static FrameRate? Rate(JsonElement element, string name) =>
        Fraction(element, name, '/') is var (numerator, denominator) ? new FrameRate(numerator, denominator) : null;

    private static (int, int)? Fraction(JsonElement element, string name, char separator) =>
        Text(element, name)?.Split(separator) is [var left, var right]
        && int.TryParse(left, CultureInfo.InvariantCulture, out int numerator) && numerator > 0
        && int.TryParse(right, CultureInfo.InvariantCulture, out int denominator) && denominator > 0
            ? (numerator, denominator)
            : null;

    private static TimeSpan? Seconds(JsonElement element, string name) =>
        decimal.TryParse(Text(element, name), CultureInfo.InvariantCulture, out decimal seconds)
            ? new TimeSpan((long)Math.Round(seconds * TimeSpan.TicksPerSecond))
            : null;

    private static int Number(JsonElement element, string name) =>
        int.TryParse(Text(element, name), CultureInfo.InvariantCulture, out int number) ? number : 0;

    private static string? Tag(JsonElement stream, string name) =>
        stream.TryGetProperty("tags", out JsonElement tags) ? Text(tags, name) : null;

    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out JsonElement value) ? value.ToString() : null;
}
