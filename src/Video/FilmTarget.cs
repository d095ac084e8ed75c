using LiveStyle.Frames;

namespace LiveStyle.Video;

/// <summary>The file that a film becomes.</summary>
internal static class FilmTarget
{
    /// <summary>Looks whether it may be written, without touching anything.</summary>
    /// <exception cref="MediaUnwritableException">It exists and may not be replaced, or there is no folder for it.</exception>
    public static void ThrowIfUnusable(string path, bool overwrite)
    {
        string full = Path.GetFullPath(path);
        if (Directory.Exists(full)) throw new MediaUnwritableException(path, "it is a folder");
        if (!overwrite && File.Exists(full)) throw MediaUnwritableException.Exists(path);
        if (!Directory.Exists(Path.GetDirectoryName(full))) throw new MediaUnwritableException(path, "its folder does not exist", "Choose another folder with -o.");
    }

    /// <summary>Keeps every other process out of a film's job.</summary>
    /// <exception cref="MediaUnwritableException">Another process has it, or its folder can't be made.</exception>
    public static IDisposable Lock(JobFolder folder, string path)
    {
        try
        {
            return folder.Lock();
        }
        catch (MediaUnwritableException e)
        {
            throw new MediaUnwritableException(path, e.Reason, folder.Exists ? "Wait for it, or end it." : "Choose another folder with -o.", e);
        }
    }

    /// <summary>Gives a finished film its name, in one step.</summary>
    /// <exception cref="MediaUnwritableException">Another file has it, or the folder went away.</exception>
    public static void Move(string made, string path, bool overwrite)
    {
        try
        {
            File.Move(made, Path.GetFullPath(path), overwrite);
        }
        catch (IOException) when (!overwrite && File.Exists(path))
        {
            throw MediaUnwritableException.Exists(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new MediaUnwritableException(path, FileProblem.Reason(e), inner: e);
        }
    }
}
