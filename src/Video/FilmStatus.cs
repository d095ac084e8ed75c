namespace LiveStyle.Video;

/// <summary>How far a job is.</summary>
public sealed record FilmStatus
{
    /// <summary>The film.</summary>
    public required string Input { get; init; }

    /// <summary>Where it goes.</summary>
    public required string Output { get; init; }

    /// <summary>Parts of the job.</summary>
    public required int Parts { get; init; }

    /// <summary>Parts that are there.</summary>
    public required int Complete { get; init; }

    /// <summary>Parts that are not.</summary>
    public required IReadOnlyList<int> Missing { get; init; }

    /// <summary>Those of <see cref="Missing"/> that somebody makes now, or has died over.</summary>
    public required IReadOnlyList<int> Begun { get; init; }

    /// <summary>Frames in the parts that are there.</summary>
    public required long Frames { get; init; }

    /// <summary>Frames of the whole film, as far as its index knows.</summary>
    public required long FramesExpected { get; init; }

    /// <summary>Length of all that is painted.</summary>
    public required long Bytes { get; init; }

    /// <summary>Looks into a folder.</summary>
    public static FilmStatus Of(FilmJob job, JobFolder folder)
    {
        PartRecord[] complete = [.. job.Parts.Select(folder.Find).OfType<PartRecord>()];
        int[] missing = [.. job.Parts.Select(part => part.Index).Except(complete.Select(record => record.Index))];
        return new FilmStatus
        {
            Input = job.Input.Path,
            Output = job.Output,
            Parts = job.Parts.Count,
            Complete = complete.Length,
            Missing = missing,
            Begun = [.. missing.Where(index => folder.IsBegun(job.Parts[index]))],
            Frames = complete.Sum(record => record.Frames),
            FramesExpected = job.Frames,
            Bytes = folder.Bytes,
        };
    }
}
