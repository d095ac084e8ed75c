using LiveStyle.Frames;

namespace LiveStyle.Cli.Demo;

/// <summary>Where the demo's results go.</summary>
internal static class DemoFolder
{
    /// <summary>Makes it, unless it is there.</summary>
    /// <exception cref="MediaUnwritableException">It can't be made.</exception>
    public static void Create(string folder)
    {
        try
        {
            Directory.CreateDirectory(folder);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new MediaUnwritableException(folder, e.Message.TrimEnd('.'), "Choose another folder with -o.", e);
        }
    }
}
