using System.Security.Cryptography;
using LiveStyle.Capture;
using LiveStyle.Frames;

namespace LiveStyle.Video;

/// <summary>The film that a job is made of, and how to know it again.</summary>
public sealed record FilmInput
{
    private const int Samples = 16, SampleBytes = 1 << 18;

    /// <summary>Where it was when the job was planned, in full.</summary>
    public required string Path { get; init; }

    /// <summary>The way to it from the job's folder: right on machines that have both in another place.</summary>
    public required string FromJob { get; init; }

    /// <summary>Its length; of numbered pictures, all of them together.</summary>
    public required long Bytes { get; init; }

    /// <summary>
    /// SHA-256 of 4 MiB of it, in 16 stretches from the first byte to the last: of a whole film it would take minutes. A copy is as good
    /// as the file itself, so its date says nothing.
    /// </summary>
    public required string Fingerprint { get; init; }

    /// <summary>Looks at a file.</summary>
    /// <param name="path">The film.</param>
    /// <param name="jobFolder">Where the job will be.</param>
    /// <exception cref="MediaUnreadableException">It can't be read.</exception>
    public static FilmInput Of(string path, string jobFolder)
    {
        string full = System.IO.Path.GetFullPath(path);
        (long bytes, string fingerprint) = Look(full);
        return new FilmInput
        {
            Path = full,
            FromJob = System.IO.Path.GetRelativePath(System.IO.Path.GetFullPath(jobFolder), full),
            Bytes = bytes,
            Fingerprint = fingerprint,
        };
    }

    /// <summary>Finds the film from the folder of its job, and makes sure that it is the same.</summary>
    /// <returns>Its path.</returns>
    /// <exception cref="MediaUnreadableException">It is gone, or another film has its name.</exception>
    public string Find(string jobFolder)
    {
        string near = System.IO.Path.GetFullPath(FromJob, System.IO.Path.GetFullPath(jobFolder));
        string path = IsThere(Path) ? Path : near;
        if (!IsThere(path))
            throw new MediaUnreadableException(Path, "there is no such file", $"The job looks for it there and at '{near}'.");
        (long bytes, string fingerprint) = Look(path);
        if (bytes == Bytes && fingerprint == Fingerprint) return path;
        string reason = bytes != Bytes ? $"it has {bytes} bytes, and had {Bytes}" : "its content has changed";
        throw new MediaUnreadableException(path, $"it is not the film any more that the job was planned for: {reason}", "Plan the job again.");
    }

    private static bool IsThere(string path) => File.Exists(path) || Directory.Exists(path) || path.Contains('%', StringComparison.Ordinal);

    private static (long Bytes, string Fingerprint) Look(string path)
    {
        IReadOnlyList<string> files = MediaProbe.FilesOf(path);
        try
        {
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            long bytes = 0;
            int step = Math.Max(files.Count / Samples, 1);
            foreach ((int at, string file) in files.Index())
            {
                bytes += new FileInfo(file).Length;
                if (files.Count > 1) hash.AppendData(System.Text.Encoding.UTF8.GetBytes(System.IO.Path.GetFileName(file)));
                if (at % step == 0) AddStretches(hash, file, files.Count > 1 ? 1 : Samples);
            }

            return (bytes, Convert.ToHexStringLower(hash.GetHashAndReset()));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new MediaUnreadableException(path, e.Message.TrimEnd('.'), inner: e);
        }
    }

    private static void AddStretches(IncrementalHash hash, string path, int samples)
    {
        using FileStream file = File.OpenRead(path);
        byte[] stretch = new byte[SampleBytes];
        for (int i = 0; i < samples; i++)
        {
            file.Position = samples == 1 ? 0 : Math.Max(file.Length - SampleBytes, 0) / (samples - 1) * i;
            int read = file.ReadAtLeast(stretch, SampleBytes, throwOnEndOfStream: false);
            hash.AppendData(stretch, 0, read);
        }
    }
}
