using System.Text.Json;

namespace LiveStyle.Train.Evaluation;

/// <summary>How good a style is, by numbers that anyone can recompute.</summary>
public sealed record QualityCard
{
    /// <summary>The file's text.</summary>
    private static readonly JsonSerializerOptions Form = new()
    {
        WriteIndented = true,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull,
    };

    /// <summary>Name of the style.</summary>
    public required string Style { get; init; }

    /// <summary>Title of the picture that it was learnt from.</summary>
    public required string Title { get; init; }

    /// <summary>Who painted it.</summary>
    public string? Painter { get; init; }

    /// <summary>Terms.</summary>
    public required string License { get; init; }

    /// <summary>Folder of the photos, or what stood in for them.</summary>
    public required string Photos { get; init; }

    /// <summary>How many.</summary>
    public required int PhotoCount { get; init; }

    /// <summary>What it was measured on.</summary>
    public required string Machine { get; init; }

    /// <summary>Version and commit of LiveStyle.</summary>
    public required string Version { get; init; }

    /// <summary>Every network of the style.</summary>
    public required IReadOnlyList<NetworkMeasures> Networks { get; init; }

    /// <summary>How it was trained: seed and recipe as they stand in the pack's <c>card.json</c>; <see langword="null"/> if it has none.</summary>
    public JsonElement? Training { get; init; }

    /// <summary>The text of the card's file.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, Form);
}
