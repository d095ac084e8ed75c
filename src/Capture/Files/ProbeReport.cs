using System.Text.Json;
using LiveStyle.Frames;

namespace LiveStyle.Capture.Files;

/// <summary>Reads ffprobe's JSON.</summary>
internal static class ProbeReport
{
    /// <exception cref="MediaUnreadableException">It has no pictures, or such as can't be shown.</exception>
    public static MediaInfo Read(string path, string json)
    {
        using JsonDocument document = JsonDocument.Parse(json);
        JsonElement root = document.RootElement;
        JsonElement format = root.GetProperty("format");
        JsonElement[] streams = [.. root.GetProperty("streams").EnumerateArray()];
        JsonElement[] videos = [.. streams.Where(stream => stream.Text("codec_type") == "video")];
        if (videos.Length == 0) throw new MediaUnreadableException(path, "it has no video stream");
        JsonElement video = Array.Find(videos, stream => !stream.Is("attached_pic"));
        if (video.ValueKind == JsonValueKind.Undefined)
            throw new MediaUnreadableException(path, "it is a sound file, its only picture is the cover");
        return new MediaInfo
        {
            Path = path,
            Container = format.Text("format_name") ?? "",
            StartTime = StartTime(format, streams),
            Duration = format.Seconds("duration"),
            Video = VideoReport.Read(path, video),
            Audio = [.. streams.Where(stream => stream.Text("codec_type") == "audio").Select(Audio)],
            Tracks = [.. streams.Select(Track)],
            HasChapters = root.TryGetProperty("chapters", out JsonElement chapters) && chapters.GetArrayLength() > 0,
        };
    }

    /// <summary>The earliest stream's, where that is what ffprobe's microseconds mean: so the earliest frame is at exactly 0.</summary>
    private static TimeSpan StartTime(JsonElement format, JsonElement[] streams)
    {
        TimeSpan rounded = format.Seconds("start_time") ?? TimeSpan.Zero;
        foreach (JsonElement stream in streams)
            if (VideoReport.StartTime(stream) is { } exact && (exact - rounded).Duration() <= TimeSpan.FromMicroseconds(1)) return exact;
        return rounded;
    }

    private static AudioStreamInfo Audio(JsonElement stream) => new(
        stream.Text("codec_name") ?? "unknown", stream.Number("channels"), stream.Number("sample_rate"), stream.Tag("language"));

    private static MediaTrack Track(JsonElement stream) => new()
    {
        Index = stream.Number("index"),
        Kind = stream.Text("codec_type") switch
        {
            "video" => StreamKind.Video,
            "audio" => StreamKind.Audio,
            "subtitle" => StreamKind.Subtitle,
            "attachment" => StreamKind.Attachment,
            _ => StreamKind.Data,
        },
        Codec = stream.Text("codec_name") ?? "unknown",
        Language = stream.Tag("language"),
        Title = stream.Tag("title"),
        IsCover = stream.Is("attached_pic"),
    };
}
