using System.Text.Json.Nodes;
using LiveStyle.Capture;
using LiveStyle.Render;

namespace LiveStyle.Video;

/// <summary>A film to be painted, in parts: all that a machine must know to make any of them. This is <c>job.json</c>.</summary>
public sealed record FilmJob
{
    /// <summary>Name of the file in a job's folder.</summary>
    public const string FileName = "job.json";

    /// <summary>The version of the file's form that this program reads and writes. Another one too where parts of the same job would look otherwise.</summary>
    public const int CurrentVersion = 2;

    private static readonly string[] Settings = ["input", "reading", "painting", "encoding"];

    /// <summary>Version of the file's form.</summary>
    public int Version { get; init; } = CurrentVersion;

    /// <summary>The film.</summary>
    public required FilmInput Input { get; init; }

    /// <summary>Where the painted film goes, in full. Its extension is the container, so it can't change.</summary>
    public required string Output { get; init; }

    /// <summary>What is read of the film, and how.</summary>
    public VideoReadOptions Reading { get; init; } = new();

    /// <summary>What is painted.</summary>
    public required FilmPainting Painting { get; init; }

    /// <summary>How it is encoded.</summary>
    public VideoEncoding Encoding { get; init; } = new();

    /// <summary>The film's <see cref="MediaInfo.TimeLines"/>.</summary>
    public IReadOnlyList<TimeSpan> TimeLines { get; init; } = [];

    /// <summary>The film from its beginning to its end; each begins where the one before it ends.</summary>
    public required IReadOnlyList<FilmPart> Parts { get; init; }

    /// <summary>Frames of all parts together, as far as the film's index knows.</summary>
    public long Frames => Parts.Sum(part => part.Frames);

    /// <summary>Looks into the film.</summary>
    /// <param name="path">Where it is now.</param>
    /// <exception cref="LiveStyle.Frames.LiveStyleException">It can't be read.</exception>
    public MediaInfo Probe(string path) => MediaProbe.ProbeFilm(path, Reading.Rate) with { TimeLines = TimeLines };

    /// <summary>What this job does otherwise than <paramref name="other"/>: "strength 0.8, not 1". Parts and places don't count.</summary>
    public IEnumerable<string> Differences(FilmJob other)
    {
        JsonObject mine = FilmJson.ToNode(this), theirs = FilmJson.ToNode(other);
        mine["input"]!.AsObject().Remove("fromJob");
        theirs["input"]!.AsObject().Remove("fromJob");
        return Settings.SelectMany(name => Differences(name, mine[name], theirs[name]));
    }

    private static IEnumerable<string> Differences(string name, JsonNode? mine, JsonNode? theirs)
    {
        if (JsonNode.DeepEquals(mine, theirs)) return [];
        if (mine is not JsonObject && theirs is not JsonObject) return [$"{name} {Show(mine)}, not {Show(theirs)}"];
        return Names(mine).Union(Names(theirs)).SelectMany(part => Differences(part, (mine as JsonObject)?[part], (theirs as JsonObject)?[part]));
    }

    private static IEnumerable<string> Names(JsonNode? node) => node is JsonObject values ? values.Select(value => value.Key) : [];

    private static string Show(JsonNode? value) => value?.ToJsonString() ?? "the default";
}
