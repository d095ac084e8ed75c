using LiveStyle.Capture;
using LiveStyle.Frames;
using LiveStyle.Render;

namespace LiveStyle.Video;

/// <summary>Turns what somebody wants into a job.</summary>
public static class FilmPlan
{
    /// <summary>Looks at the film, and cuts it into parts.</summary>
    /// <param name="request">What is wanted.</param>
    /// <param name="media">What the film says of itself.</param>
    /// <param name="folder">Where the job will be.</param>
    /// <param name="cancellationToken">Reading the index of a long film takes a while.</param>
    /// <exception cref="LiveStyleException">The film can't be read.</exception>
    public static FilmJob Make(FilmRequest request, MediaInfo media, JobFolder folder, CancellationToken cancellationToken)
    {
        VideoIndex index = VideoIndex.Read(media, cancellationToken);
        IndexedPicture[] pictures = [.. index.Times.Select((time, i) => new IndexedPicture(time, index.IsKeyFrame[i]))];
        return Describe(request, folder) with
        {
            TimeLines = index.TimeLines,
            Parts = index.TimeLines.Count == 0 ? FilmCuts.Find(pictures, request.Reading, request.PartLength) : [FilmCuts.Uncut(pictures, request.Reading)],
        };
    }

    /// <summary>Decides what a request leaves open: the encoder, for all parts alike, whichever machine makes them.</summary>
    /// <returns>The request without anything open, and what the user should know, one line each.</returns>
    public static (FilmRequest Request, IReadOnlyList<string> Notices) Settle(FilmRequest request)
    {
        EncodingChoice choice = EncodingChoice.For(request.Encoding, request.Output);
        return (request with { Encoding = choice.Encoding }, choice.Notices);
    }

    /// <summary>The job of a request, but for its parts.</summary>
    /// <exception cref="MediaUnreadableException">There is no film.</exception>
    public static FilmJob Describe(FilmRequest request, JobFolder folder) => new()
    {
        Input = FilmInput.Of(request.Input, folder.Path),
        Output = Path.GetFullPath(request.Output),
        Reading = request.Reading,
        Painting = request.Painting,
        Encoding = request.Encoding,
        Parts = [],
    };

    /// <summary>Refuses to write over the input, whatever name it is given.</summary>
    /// <exception cref="UsageException">They are the same file.</exception>
    public static void ThrowIfSameFile(string input, string output)
    {
        if (Real(input) == Real(output)) throw new UsageException($"The output '{output}' is the input. Choose another name with -o.");
    }

    private static string Real(string path)
    {
        string full = Path.GetFullPath(path);
        return File.Exists(full) ? File.ResolveLinkTarget(full, returnFinalTarget: true)?.FullName ?? full : full;
    }
}
