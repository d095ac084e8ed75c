using System.Text.Json;
using System.Text.Json.Serialization;
using LiveStyle.Stylize;

namespace LiveStyle.Live;

/// <summary>Tiers in JSON, in profiles and over HTTP: fast, balanced, quality. Numbers are refused.</summary>
public sealed class TierNames() : JsonStringEnumConverter<NetworkTier>(JsonNamingPolicy.CamelCase, allowIntegerValues: false);
