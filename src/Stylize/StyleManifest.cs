using System.Text.Json;
using System.Text.Json.Serialization;

namespace LiveStyle.Stylize;

/// <summary>What <c>style.json</c> says: whose picture the style was learnt from, its networks, and exactly what they take and give.</summary>
public sealed record StyleManifest
{
    /// <summary>Name of the file in a style pack's folder.</summary>
    public const string FileName = "style.json";

    /// <summary>The version that this program reads and writes: 2, since a style has several networks.</summary>
    public const int CurrentFormat = 2;

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

    /// <summary>How a picture becomes what the networks take and give.</summary>
    public PictureForm Picture { get; init; } = new();

    /// <summary>The networks, at most one of each tier and precision. What is without a default here is checked by
    /// <see cref="ManifestCheck"/>, so that a file of another format is told so.</summary>
    public IReadOnlyList<NetworkManifest> Networks { get; init; } = [];

    /// <summary>Reads <c>style.json</c>.</summary>
    /// <exception cref="JsonException">Not JSON, or a required value is missing.</exception>
    public static StyleManifest Parse(string json) =>
        JsonSerializer.Deserialize<StyleManifest>(json, Json) ?? throw new JsonException("the file is empty");

    /// <summary>The network of a tier and precision, or <see langword="null"/>.</summary>
    public NetworkManifest? Find(NetworkTier tier, NetworkPrecision precision) =>
        Networks.FirstOrDefault(network => network.Tier == tier && network.Precision == precision);

    /// <summary>The same style with <paramref name="network"/>, in place of the one of its tier and precision if there is one.</summary>
    public StyleManifest With(NetworkManifest network) => this with
    {
        Networks = [.. Networks.Where(n => (n.Tier, n.Precision) != (network.Tier, network.Precision)).Append(network)
            .OrderBy(n => n.Tier).ThenBy(n => n.Precision)],
    };

    /// <summary>The text of <c>style.json</c>.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, Json);
}
