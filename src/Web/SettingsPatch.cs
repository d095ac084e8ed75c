using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using LiveStyle.Frames;
using LiveStyle.Live;

namespace LiveStyle.Web;

/// <summary>Some members of <see cref="LiveSettings"/> with new values, as JSON: what is not named stays as it is.</summary>
internal sealed class SettingsPatch
{
    private static readonly JsonTypeInfo<LiveSettings> Settings = WebJson.Default.LiveSettings;

    private readonly List<(string Name, JsonElement Value)> _members;

    private SettingsPatch(List<(string Name, JsonElement Value)> members) => _members = members;

    /// <summary>Reads a patch.</summary>
    /// <param name="json">UTF-8.</param>
    /// <exception cref="UsageException">
    /// It is no JSON object, names what does not exist, or gives a value of another kind. Every problem is named.
    /// </exception>
    public static SettingsPatch Parse(ReadOnlyMemory<byte> json)
    {
        JsonElement patch;
        try
        {
            using var document = JsonDocument.Parse(json, new JsonDocumentOptions { AllowDuplicateProperties = false, MaxDepth = 8 });
            patch = document.RootElement.Clone();
        }
        catch (JsonException e)
        {
            throw new UsageException($"The body is no JSON that can be read: {e.Message}");
        }

        if (patch.ValueKind != JsonValueKind.Object)
            throw new UsageException("The body must be a JSON object with the settings to change, as {\"strength\": 0.8}.");
        List<(string Name, JsonElement Value)> members = [.. patch.EnumerateObject().Select(member => (member.Name, member.Value))];
        return string.Join(' ', members.Select(Problem).OfType<string>()) is { Length: > 0 } problems
            ? throw new UsageException(problems)
            : new SettingsPatch(members);
    }

    /// <summary>The settings with this in them.</summary>
    public LiveSettings Apply(LiveSettings settings)
    {
        JsonObject merged = JsonSerializer.SerializeToNode(settings, Settings)!.AsObject();
        foreach ((string name, JsonElement value) in _members) merged[name] = JsonNode.Parse(value.GetRawText());
        return merged.Deserialize(Settings)!;
    }

    private static string? Problem((string Name, JsonElement Value) member)
    {
        JsonPropertyInfo? setting = Settings.Properties.FirstOrDefault(known => known.Name == member.Name);
        if (setting is null) return $"There is no setting '{member.Name}': there are {string.Join(", ", Settings.Properties.Select(known => known.Name))}.";
        try
        {
            member.Value.Deserialize(WebJson.Default.GetTypeInfo(setting.PropertyType)!);
            return null;
        }
        catch (JsonException)
        {
            return $"{member.Name} must be {Kind(setting.PropertyType)}, not {member.Value.GetRawText()}.";
        }
    }

    private static string Kind(Type type) => Nullable.GetUnderlyingType(type) is { } inner ? $"{Kind(inner)} or null"
        : type == typeof(bool) ? "true or false"
        : type == typeof(int) ? "a whole number"
        : type == typeof(double) ? "a number"
        : type.IsEnum ? string.Join(", ", Enum.GetNames(type)).ToLowerInvariant()
        : "a text";
}
