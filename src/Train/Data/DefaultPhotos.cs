using LiveStyle.Frames;

namespace LiveStyle.Train.Data;

/// <summary>Photographs to practise on where the user names none: his own pictures, else those that come with desktops.</summary>
public static class DefaultPhotos
{
    /// <summary>With fewer a network learns the photos, not how to paint.</summary>
    public const int Fewest = 20;

    /// <summary>Folders that are looked at, the best first.</summary>
    public static IReadOnlyList<string> Folders { get; } =
    [
        Environment.GetFolderPath(Environment.SpecialFolder.MyPictures),
        "/usr/share/backgrounds",
        "/usr/share/wallpapers",
    ];

    /// <summary>The folder to use.</summary>
    /// <param name="given">What the user typed for <c>--photos</c>; <see langword="null"/> if nothing.</param>
    /// <param name="folders">Where to look; by default <see cref="Folders"/>.</param>
    /// <exception cref="MediaUnreadableException">Nothing was given, and no folder holds <see cref="Fewest"/> pictures.</exception>
    public static string Find(string? given, IEnumerable<string>? folders = null) =>
        given ?? (folders ?? Folders).FirstOrDefault(HoldsEnough) ?? throw new MediaUnreadableException(
            "photos", $"none of {string.Join(", ", folders ?? Folders)} holds {Fewest} pictures",
            "Name a folder of photographs with --photos, or install some, on Debian for instance: apt install mate-backgrounds plasma-workspace-wallpapers");

    private static bool HoldsEnough(string folder)
    {
        try
        {
            return Pictures.Find(folder).Count >= Fewest;
        }
        catch (Exception problem) when (problem is MediaUnreadableException or UnauthorizedAccessException or IOException)
        {
            return false;
        }
    }
}
