using System.Security.Cryptography;
using LiveStyle.Capture;
using LiveStyle.Frames;
using LiveStyle.Render;

namespace LiveStyle.Video;

/// <summary>Joins the parts of a job that other processes have made, and proves that nothing is lost.</summary>
public static class FilmMerge
{
    private const int Named = 8;

    /// <summary>Joins all parts.</summary>
    /// <param name="job">The job.</param>
    /// <param name="folder">Its folder.</param>
    /// <param name="output">Where to.</param>
    /// <param name="overwrite">True: an output that exists is replaced.</param>
    /// <param name="cancellationToken">Ends it; no output is left.</param>
    /// <exception cref="MediaUnreadableException">A part is missing or damaged, or the film is gone or another one.</exception>
    /// <exception cref="MediaUnwritableException">The output can't be written, or is not what the parts are.</exception>
    public static MergeResult Run(FilmJob job, JobFolder folder, string output, bool overwrite, CancellationToken cancellationToken)
    {
        string input = job.Input.Find(folder.Path);
        FilmPlan.ThrowIfSameFile(input, output);
        ThrowIfMissing(job, folder);
        MediaInfo media = job.Probe(input);
        List<FilmPiece> pieces = [];
        foreach (FilmPart part in job.Parts)
        {
            cancellationToken.ThrowIfCancellationRequested();
            PartRecord record = folder.Find(part)!;
            if (folder.FileOf(record) is { } file) pieces.Add(new FilmPiece(Proven(file, record, folder), record));
        }

        if (pieces.Count == 0) throw new MediaUnreadableException(folder.Path, "its parts have no frame");
        IReadOnlyList<string> notices = new FilmJoin(job, media).Write(pieces, output, overwrite, isCut: false, cancellationToken);
        folder.Sweep();
        return new MergeResult
        {
            Output = output,
            Parts = job.Parts.Count,
            Frames = pieces.Sum(piece => piece.Record.Frames),
            Seconds = Math.Round((pieces[^1].Record.End - pieces[0].Record.First).TotalSeconds, 3),
            Bytes = VideoMux.IsSequence(output) ? pieces.Sum(piece => new FileInfo(piece.File).Length) : new FileInfo(output).Length,
            Concealed = pieces.Sum(piece => piece.Record.Concealed),
            Damage = FilmDamage.Of(job, [.. job.Parts.Select(part => folder.Find(part)!)]),
            Notices = notices,
        };
    }

    private static void ThrowIfMissing(FilmJob job, JobFolder folder)
    {
        IReadOnlyList<FilmPart> missing = folder.Missing(job);
        if (missing.Count == 0) return;
        string names = string.Join(", ", missing.Take(Named).Select(part => part.Index)) + (missing.Count > Named ? " ..." : "");
        throw new MediaUnreadableException(
            folder.Path, $"{missing.Count} of its {job.Parts.Count} parts are missing ({names})",
            $"Make them with 'livestyle work {folder.Path} --index {missing[0].Index}' and so on, or all with --all.");
    }

    private static string Proven(string file, PartRecord record, JobFolder folder)
    {
        using FileStream content = File.OpenRead(file);
        if (Convert.ToHexStringLower(SHA256.HashData(content)) == record.Sha256) return file;
        folder.Forget(record);
        throw new MediaUnreadableException(
            file, "it is not what its worker has written: its SHA-256 is another one",
            $"Make the part again with 'livestyle work {folder.Path} --index {record.Index}'.");
    }
}
