using System.Text.Json;
using System.Text.Json.Serialization;
using LiveStyle.Frames;

namespace LiveStyle.Live;

/// <summary>Settings in a file, from one run to the next.</summary>
[JsonSourceGenerationOptions(
    WriteIndented = true, PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, Converters = [typeof(TierNames)], AllowDuplicateProperties = false,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(LiveSettings))]
public sealed partial class LiveProfile : JsonSerializerContext
{
    /// <summary>Reads a profile.</summary>
    /// <returns><see langword="null"/> if there is no such file yet.</returns>
    /// <exception cref="MediaUnreadableException">It can't be read, or is no profile.</exception>
    public static LiveSettings? Read(string path)
    {
        try
        {
            return File.Exists(path) ? JsonSerializer.Deserialize(File.ReadAllText(path), Default.LiveSettings) : null;
        }
        catch (JsonException e)
        {
            throw new MediaUnreadableException(path, $"it is no profile: {e.Message.Split(". ")[0]}", "Delete it, and a new one is written at the end of the run.", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new MediaUnreadableException(path, e.Message.TrimEnd('.'), inner: e);
        }
    }

    /// <summary>Writes a profile, all of it or nothing.</summary>
    /// <exception cref="MediaUnwritableException">It can't be written.</exception>
    public static void Write(string path, LiveSettings settings) =>
        PendingFile.Write(path, content => JsonSerializer.Serialize(content, settings, Default.LiveSettings));
}
