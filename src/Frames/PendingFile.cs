namespace LiveStyle.Frames;

/// <summary>An output that is written beside its target, under a hidden name, and gets the target's name when it is complete.</summary>
public sealed class PendingFile : IDisposable
{
    private readonly bool _overwrite;
    private bool _kept;

    /// <summary>Creates the empty hidden file, so that a folder that can't be written is known before any work.</summary>
    /// <param name="target">The name the user asked for; messages name it.</param>
    /// <param name="overwrite">False: an existing target is refused.</param>
    /// <exception cref="MediaUnwritableException">The target exists, or its folder can't be written.</exception>
    public PendingFile(string target, bool overwrite)
    {
        (Target, _overwrite) = (target, overwrite);
        string full = System.IO.Path.GetFullPath(target);
        if (Directory.Exists(full)) throw new MediaUnwritableException(target, "it is a folder");
        if (!overwrite && File.Exists(full)) throw MediaUnwritableException.Exists(Target);
        string name = $".livestyle-{Guid.NewGuid():N}.partial{System.IO.Path.GetExtension(full)}"; // short, however long the target's is
        Path = System.IO.Path.Combine(System.IO.Path.GetDirectoryName(full)!, name);
        try
        {
            File.Create(Path).Dispose();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new MediaUnwritableException(target, FileProblem.Reason(e), "Choose another folder with -o.", e);
        }
    }

    /// <summary>Writes a whole file, in place of one of its name if there is one: a reader sees the one or the other, never half of it.</summary>
    /// <param name="target">Where.</param>
    /// <param name="write">Writes the content.</param>
    /// <exception cref="MediaUnwritableException">The disk is full, or the folder can't be written.</exception>
    public static void Write(string target, Action<Stream> write)
    {
        using PendingFile file = new(target, overwrite: true);
        try
        {
            using FileStream content = File.Create(file.Path);
            write(content);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new MediaUnwritableException(target, FileProblem.Reason(e), inner: e);
        }

        file.Keep();
    }

    /// <summary>The name the user asked for.</summary>
    public string Target { get; }

    /// <summary>Where to write. It has the target's extension, which decides formats.</summary>
    public string Path { get; }

    /// <summary>Gives the file its name, in one step: nobody ever sees half a file under it.</summary>
    /// <exception cref="MediaUnwritableException">The target came into being meanwhile, or the folder went away.</exception>
    public void Keep()
    {
        try
        {
            File.Move(Path, System.IO.Path.GetFullPath(Target), _overwrite);
            _kept = true;
        }
        catch (IOException) when (!_overwrite && File.Exists(Target))
        {
            throw MediaUnwritableException.Exists(Target);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new MediaUnwritableException(Target, FileProblem.Reason(e), inner: e);
        }
    }

    /// <summary>Deletes what was written, unless it was kept.</summary>
    public void Dispose()
    {
        if (_kept) return;
        try
        {
            File.Delete(Path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The folder went away or was locked: nothing left that could be tidied, and the first failure is the one to report.
        }
    }
}
