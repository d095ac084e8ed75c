using System.Text.Json.Serialization;
using LiveStyle.Live;

namespace LiveStyle.Cli.Live;

/// <summary>The lines that <c>live --json</c> prints: one object each.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(LiveStatus))]
[JsonSerializable(typeof(LiveSummary))]
internal sealed partial class LiveJson : JsonSerializerContext;
