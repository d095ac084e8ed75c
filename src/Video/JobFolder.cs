using System.Text.Json;
using LiveStyle.Frames;

namespace LiveStyle.Video;

/// <summary>The folder of a job: <c>job.json</c>, <c>parts/</c> with what is complete, <c>making/</c> with what is in work.</summary>
/// <remarks>
/// Nothing in it is ever half: a part is made in a folder of its own under <c>making/</c>, gets its name in <c>parts/</c> when it is whole,
/// and its record after that. So a worker may be killed at any moment, and two may make the same part.
/// </remarks>
public sealed class JobFolder
{
    private const string LockName = "lock";

    private JobFolder(string path) => Path = path;

    /// <summary>Where it is, as named.</summary>
    public string Path { get; }

    /// <summary>True if a job is there.</summary>
    public bool Exists => File.Exists(JobFile);

    private string JobFile => System.IO.Path.Combine(Path, FilmJob.FileName);

    private string PieceFile => System.IO.Path.Combine(Path, "piece");

    private string Parts => System.IO.Path.Combine(Path, "parts");

    private string Making => System.IO.Path.Combine(Path, "making");

    /// <summary>The folder at a path, whether or not it exists.</summary>
    public static JobFolder At(string path) => new(path);

    /// <summary>The hidden folder beside an output: <c>.holiday.mp4.livestyle</c>.</summary>
    public static JobFolder Beside(string output) =>
        new(System.IO.Path.Combine(System.IO.Path.GetDirectoryName(output) ?? "", $".{System.IO.Path.GetFileName(output)}.livestyle"));

    /// <summary>Reads the job.</summary>
    /// <exception cref="MediaUnreadableException">There is none, or it is of another version.</exception>
    public FilmJob Read()
    {
        try
        {
            FilmJob? job = JsonSerializer.Deserialize(File.ReadAllBytes(JobFile), FilmJson.Default.FilmJob);
            if (job?.Version == FilmJob.CurrentVersion && job.Parts.Count > 0) return job;
            throw new MediaUnreadableException(JobFile, "it is of another version of LiveStyle", "Plan the job again.");
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new MediaUnreadableException(Path, $"there is no {FilmJob.FileName}", "'livestyle plan' makes one.", e);
        }
        catch (Exception e) when (e is JsonException or IOException or UnauthorizedAccessException)
        {
            throw new MediaUnreadableException(JobFile, $"it is no job ({e.Message.TrimEnd('.')})", inner: e);
        }
    }

    /// <summary>Makes the folder and writes the job, in place of one that was there.</summary>
    /// <exception cref="MediaUnwritableException">The folder can't be made.</exception>
    public void Write(FilmJob job)
    {
        JobFiles.Try(Path, () =>
        {
            Directory.CreateDirectory(Parts);
            Directory.CreateDirectory(Making);
        });
        PendingFile.Write(JobFile, stream => JsonSerializer.Serialize(stream, job, FilmJson.Default.FilmJob));
    }

    /// <summary>Keeps every other process out until it is disposed, or this process is dead.</summary>
    /// <exception cref="MediaUnwritableException">Another process has it.</exception>
    public IDisposable Lock()
    {
        try
        {
            Directory.CreateDirectory(Path);
            return new FileStream(System.IO.Path.Combine(Path, LockName), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException e) when (Exists && e is not DirectoryNotFoundException)
        {
            throw new MediaUnwritableException(Path, "another livestyle works on this job", "Wait for it, or end it.", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new MediaUnwritableException(Path, FileProblem.Reason(e), inner: e);
        }
    }

    /// <summary>What is known of a part that is complete, with its file there in its full length; else <see langword="null"/>.</summary>
    public PartRecord? Find(FilmPart part)
    {
        try
        {
            PartRecord? record = JsonSerializer.Deserialize(File.ReadAllBytes(RecordOf(part)), FilmJson.Default.PartRecord);
            if (record is null || record.Index != part.Index) return null;
            return record.File is null || new FileInfo(FileOf(record)!) is { Exists: true } file && file.Length == record.Bytes ? record : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException)
        {
            return null; // missing, or written by a machine whose disk died: it is made again
        }
    }

    /// <summary>The parts of <paramref name="job"/> that are not complete.</summary>
    public IReadOnlyList<FilmPart> Missing(FilmJob job) => [.. job.Parts.Where(part => Find(part) is null)];

    /// <summary>The pictures of a part.</summary>
    public string? FileOf(PartRecord record) => record.File is { } name ? System.IO.Path.Combine(Parts, name) : null;

    /// <summary>A new folder for making a part in; the caller deletes it.</summary>
    /// <exception cref="MediaUnwritableException">It can't be made.</exception>
    public string Begin(FilmPart part)
    {
        string path = System.IO.Path.Combine(Making, $"{part.Name}-{Guid.NewGuid():N}");
        JobFiles.Try(Path, () => Directory.CreateDirectory(path));
        return path;
    }

    /// <summary>Takes a part that is whole: the file gets its name, the record says that it is there.</summary>
    /// <param name="part">The part.</param>
    /// <param name="made">The file; <see langword="null"/> for a part without a frame.</param>
    /// <param name="record">With everything but the name of the file.</param>
    /// <returns>The record as it stands: another worker's, if that was faster.</returns>
    /// <exception cref="MediaUnwritableException">The disk is full.</exception>
    public PartRecord Keep(FilmPart part, string? made, PartRecord record)
    {
        if (Find(part) is { } other) return other;
        if (made is not null)
        {
            record = record with { File = $"{part.Name}-{record.Sha256![..12]}{System.IO.Path.GetExtension(made)}" };
            JobFiles.Try(Path, () =>
            {
                Directory.CreateDirectory(Parts);
                File.Move(made, FileOf(record)!, overwrite: true);
            });
        }

        PendingFile.Write(RecordOf(part), stream => JsonSerializer.Serialize(stream, record, FilmJson.Default.PartRecord));
        return record;
    }

    /// <summary>Takes the record of a part away, so that the part is made again.</summary>
    public void Forget(PartRecord record) => JobFiles.Delete(System.IO.Path.Combine(Parts, $"{record.Index:0000}.json"));

    /// <summary>True if somebody makes the part now, or has died over it.</summary>
    public bool IsBegun(FilmPart part) => JobFiles.In(Making, $"{part.Name}*").Any();

    /// <summary>Deletes what dead workers have left. Only for who knows that none is alive, or that all is made.</summary>
    public void Sweep()
    {
        foreach (string left in JobFiles.In(Making, "*").Concat(JobFiles.In(Parts, ".livestyle-*"))) JobFiles.Delete(left);
    }

    /// <summary>Bytes of everything that is painted so far.</summary>
    public long Bytes => JobFiles.Bytes(Parts) + JobFiles.Bytes(Making);

    /// <summary>Notes that an output is this job's own, perhaps only a piece of the film: the whole may take its place.</summary>
    public void NotePiece(string output) => PendingFile.Write(PieceFile, stream => stream.Write(BitConverter.GetBytes(new FileInfo(output).Length)));

    /// <summary>True for an output that is this job's own.</summary>
    public bool HasPiece(string output)
    {
        try
        {
            return BitConverter.ToInt64(File.ReadAllBytes(PieceFile)) == new FileInfo(output).Length;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return false;
        }
    }

    /// <summary>Deletes job and parts.</summary>
    public void Clear()
    {
        foreach (string content in (string[])[JobFile, PieceFile, Parts, Making]) JobFiles.Delete(content);
    }

    /// <summary>Deletes the folder with all that is in it.</summary>
    public void Delete() => JobFiles.Delete(Path);

    private string RecordOf(FilmPart part) => System.IO.Path.Combine(Parts, $"{part.Name}.json");
}
