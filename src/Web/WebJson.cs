using System.Text.Json.Serialization;
using LiveStyle.Live;

namespace LiveStyle.Web;

/// <summary>What the JSON API takes and gives. The property names are API: docs/http.md.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, Converters = [typeof(TierNames)], AllowDuplicateProperties = false,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(LiveSettings))]
[JsonSerializable(typeof(LiveStatus))]
[JsonSerializable(typeof(StylesReply))]
[JsonSerializable(typeof(PathReply))]
[JsonSerializable(typeof(ErrorReply))]
internal sealed partial class WebJson : JsonSerializerContext;
