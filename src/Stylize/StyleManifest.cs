using System.Text.Json;
using System.Text.Json.Serialization;

namespace LiveStyle.Stylize;

/// <summary>What <c>style.json</c> says: whose picture the style was learnt from, and exactly what its network takes and gives.</summary>
public sealed record StyleManifest
{
    /// <summary>Name of the file in a style pack's folder.</summary>
    public const string FileName = "style.json";

    /// <summary>The only version so far.</summary>
    public const int CurrentFormat = 1;

    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Skip,
        WriteIndented = true,
        AllowTrailingCommas = true,
        ReadCommentHandling = JsonCommentHandling.Skip,
    };

    /// <summary>Version of this file's form.</summary>
    public int Format { get; init; } = CurrentFormat;

    /// <summary>What the user types: lower case, words joined by hyphens. The folder has the same name.</summary>
    public required string Name { get; init; }

    /// <summary>Title of the picture that the style was learnt from.</summary>
    public required string Title { get; init; }

    /// <summary>Who painted it.</summary>
    public string? Painter { get; init; }

    /// <summary>When.</summary>
    public string? Year { get; init; }

    /// <summary>Terms of the picture and of the network.</summary>
    public required string License { get; init; }

    /// <summary>The network.</summary>
    public required NetworkManifest Network { get; init; }

    /// <summary>Reads <c>style.json</c>.</summary>
    /// <exception cref="JsonException">Not JSON, or a required value is missing.</exception>
    public static StyleManifest Parse(string json) =>
        JsonSerializer.Deserialize<StyleManifest>(json, Json) ?? throw new JsonException("the file is empty");

    /// <summary>The text of <c>style.json</c>.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, Json);
}
