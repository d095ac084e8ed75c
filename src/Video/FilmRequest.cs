using LiveStyle.Capture;
using LiveStyle.Render;

namespace LiveStyle.Video;

/// <summary>A film that somebody wants painted.</summary>
public sealed record FilmRequest
{
    /// <summary>The film.</summary>
    public required string Input { get; init; }

    /// <summary>The painted film.</summary>
    public required string Output { get; init; }

    /// <summary>What is read of it. Default: all.</summary>
    public VideoReadOptions Reading { get; init; } = new();

    /// <summary>What is painted.</summary>
    public required FilmPainting Painting { get; init; }

    /// <summary>How it is encoded.</summary>
    public VideoEncoding Encoding { get; init; } = new();

    /// <summary>Length of a part that is aimed at. Default 14 s.</summary>
    public TimeSpan PartLength { get; init; } = FilmCuts.UsualLength;

    /// <summary>True: an output that exists is replaced, and a job that is unfinished begun anew.</summary>
    public bool Force { get; init; }

    /// <summary>True: a job that is unfinished goes on; one that isn't there begins.</summary>
    public bool Resume { get; init; }
}
