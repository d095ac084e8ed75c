using LiveStyle.Capture;
using LiveStyle.Frames;
using LiveStyle.Render;

namespace LiveStyle.Video;

/// <summary>Makes a film of a job's finished parts, with everything else of its source.</summary>
/// <param name="job">The job.</param>
/// <param name="media">The film that it is made of.</param>
internal sealed class FilmJoin(FilmJob job, MediaInfo media)
{
    /// <summary>Looks whether the film could be joined, before any work is done for it.</summary>
    /// <param name="folder">Where it would be written; nothing stays there.</param>
    /// <returns>What the user should know, one line each.</returns>
    /// <exception cref="LiveStyleException">It could not.</exception>
    public IReadOnlyList<string> Try(string folder)
    {
        using var mux = new VideoMux(Options(Path.Combine(folder, VideoMux.IsSequence(job.Output) ? Path.GetFileName(job.Output) : $"film{Path.GetExtension(job.Output)}")));
        return mux.Notices;
    }

    /// <summary>Joins, and proves that every picture is there at its time.</summary>
    /// <param name="pieces">In their order.</param>
    /// <param name="output">Where to.</param>
    /// <param name="overwrite">True: an output that exists is replaced.</param>
    /// <param name="isCut">True: sound and all else end with the pictures.</param>
    /// <param name="cancellationToken">Ends it at once; no output is left.</param>
    /// <returns>What the user should know, one line each.</returns>
    /// <exception cref="LiveStyleException">A part is damaged, or the output can't be written.</exception>
    public IReadOnlyList<string> Write(
        IReadOnlyList<FilmPiece> pieces, string output, bool overwrite, bool isCut, CancellationToken cancellationToken)
    {
        using var mux = new VideoMux(Options(output) with
        {
            Pictures = [.. pieces.Select(piece => new EncodedPart(piece.File, piece.Record.First))],
            Frames = pieces.Sum(piece => piece.Record.Frames),
            To = isCut ? pieces[^1].Record.End : job.Reading.To,
            Overwrite = overwrite,
        });
        mux.Write(cancellationToken);
        return mux.Notices;
    }

    private VideoMuxOptions Options(string path) => new()
    {
        Path = path,
        Pictures = [],
        TicksPerSecond = job.Reading.Rate is null ? media.Video.TicksPerSecond : 0,
        KeepFrom = media.IsOfPictures ? null : new SourceMedia { Path = media.Path, StartTime = media.StartTime, TimeLines = media.TimeLines },
        Colors = VideoMux.ColorsOf(media.Video.ShownColors, job.Encoding, job.Output),
        From = job.Reading.From,
        Encoding = job.Encoding,
    };
}
