using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace LiveStyle.Video;

/// <summary>The files of a job's folder.</summary>
[JsonSourceGenerationOptions(
    WriteIndented = true, PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true,
    IgnoreReadOnlyProperties = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(FilmJob))]
[JsonSerializable(typeof(PartRecord))]
internal sealed partial class FilmJson : JsonSerializerContext
{
    /// <summary>A job as a tree of named values.</summary>
    public static JsonObject ToNode(FilmJob job) => JsonSerializer.SerializeToNode(job, Default.FilmJob)!.AsObject();
}
