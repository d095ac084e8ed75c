using System.Text.Json;
using LiveStyle.Frames;

namespace LiveStyle.Render;

/// <summary>A track that might be copied.</summary>
/// <param name="Media">What it is.</param>
/// <param name="Tag">The container's own name of its codec: <c>tmcd</c>, <c>text</c>.</param>
/// <param name="Roles">What players do with it, as ffmpeg takes it: <c>default+forced</c>; "0" for nothing.</param>
internal sealed record SourceTrack(MediaTrack Media, string Tag, string Roles)
{
    /// <summary>How messages call it: <c>subtitles 'deu' (subrip)</c>.</summary>
    public string Name
    {
        get
        {
            string kind = Media.Kind switch
            {
                _ when Media.IsCover => "cover picture",
                StreamKind.Audio => "sound",
                StreamKind.Subtitle => "subtitles",
                StreamKind.Attachment => "attachment",
                StreamKind.Data => "data track",
                _ => "video track",
            };
            string label = (Media.Title ?? Media.Language) is { } text ? $" '{text}'" : "";
            string codec = Media.Codec == "unknown" ? Tag : Media.Codec;
            return $"{kind}{label} ({codec})";
        }
    }

    /// <summary>Asks ffprobe.</summary>
    /// <exception cref="MediaUnreadableException">The file went away or is no video.</exception>
    public static IReadOnlyList<SourceTrack> Read(string path, string ffprobe)
    {
        using JsonDocument report = JsonDocument.Parse(ToolOutput.Read(ffprobe, [
            "-v", "error", "-of", "json", "-show_entries",
            "stream=index,codec_type,codec_name,codec_tag_string:stream_disposition:stream_tags=language,title,filename",
            "-i", Path.GetFullPath(path)], path));
        return [.. report.RootElement.GetProperty("streams").EnumerateArray().Select(Of)];
    }

    private static SourceTrack Of(JsonElement stream)
    {
        string[] roles = stream.TryGetProperty("disposition", out JsonElement all)
            ? [.. all.EnumerateObject().Where(role => role.Value.GetInt32() == 1).Select(role => role.Name)]
            : [];
        JsonElement tags = stream.TryGetProperty("tags", out JsonElement found) ? found : default;
        return new SourceTrack(
            new MediaTrack
            {
                Index = stream.GetProperty("index").GetInt32(),
                Kind = Text(stream, "codec_type") switch
                {
                    "video" => StreamKind.Video,
                    "audio" => StreamKind.Audio,
                    "subtitle" => StreamKind.Subtitle,
                    "attachment" => StreamKind.Attachment,
                    _ => StreamKind.Data,
                },
                Codec = Text(stream, "codec_name") ?? "unknown",
                Language = Text(tags, "language") is { } language && language != "und" ? language : null,
                Title = Text(tags, "title") ?? Text(tags, "filename"),
                IsCover = roles.Contains("attached_pic"),
            },
            Text(stream, "codec_tag_string") ?? "",
            roles.Length > 0 ? string.Join('+', roles) : "0");
    }

    private static string? Text(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out JsonElement value) ? value.ToString() : null;
}
