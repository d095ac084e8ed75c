using LiveStyle.Frames;

namespace LiveStyle.Video;

/// <summary>Files and folders of a job, some of which other processes may delete at any time.</summary>
internal static class JobFiles
{
    /// <exception cref="MediaUnwritableException">The system refuses.</exception>
    public static void Try(string path, Action work)
    {
        try
        {
            work();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new MediaUnwritableException(path, FileProblem.Reason(e), inner: e);
        }
    }

    /// <summary>What lies in a folder; nothing, if the folder is gone.</summary>
    public static IEnumerable<string> In(string folder, string pattern)
    {
        try
        {
            return Directory.GetFileSystemEntries(folder, pattern);
        }
        catch (IOException)
        {
            return [];
        }
    }

    /// <summary>Deletes a file or a folder, if it is there and the system lets us: what is left is no harm.</summary>
    public static void Delete(string path)
    {
        try
        {
            if (Directory.Exists(path)) Directory.Delete(path, recursive: true);
            else File.Delete(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Somebody writes there still, or deletes too.
        }
    }

    /// <summary>Length of all files in a folder and those below it.</summary>
    public static long Bytes(string folder)
    {
        try
        {
            return new DirectoryInfo(folder).EnumerateFiles("*", SearchOption.AllDirectories).Sum(file => file.Exists ? file.Length : 0);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return 0;
        }
    }
}
